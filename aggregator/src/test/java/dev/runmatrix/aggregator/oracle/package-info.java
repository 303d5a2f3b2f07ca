// SPDX-License-Identifier: Apache-2.0
/**
 * A second, slow and plain implementation of the daily summary, random dirty tables to try both on, and a third opinion
 * from DuckDB. It shares nothing with the aggregator but the calling interface: it must not know how the aggregator
 * reads, parses, groups or adds.
 */
@NullMarked
package dev.runmatrix.aggregator.oracle;

import org.jspecify.annotations.NullMarked;
