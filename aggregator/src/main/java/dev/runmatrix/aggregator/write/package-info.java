// SPDX-License-Identifier: Apache-2.0
/** Summary rows become CSV or Parquet bytes, and a file that appears whole or not at all. */
@NullMarked
package dev.runmatrix.aggregator.write;

import org.jspecify.annotations.NullMarked;
