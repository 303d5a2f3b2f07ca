// SPDX-License-Identifier: Apache-2.0
/** Parquet files: footers, pages, decoding into batches. Knows nothing of what the columns mean. */
@NullMarked
package dev.runmatrix.aggregator.read;

import org.jspecify.annotations.NullMarked;
