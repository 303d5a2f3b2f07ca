// SPDX-License-Identifier: Apache-2.0
/**
 * The subject of the benchmarks and a program of its own: hourly pod usage in Parquet files becomes a daily summary. It
 * knows nothing of benchmarks.
 */
@NullMarked
package dev.runmatrix.aggregator;

import org.jspecify.annotations.NullMarked;
