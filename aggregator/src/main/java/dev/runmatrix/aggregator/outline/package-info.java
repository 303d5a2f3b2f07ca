// SPDX-License-Identifier: Apache-2.0
/** What an input consists of, by its footers, for a person to read. Knows nothing of how it is aggregated. */
@NullMarked
package dev.runmatrix.aggregator.outline;

import org.jspecify.annotations.NullMarked;
