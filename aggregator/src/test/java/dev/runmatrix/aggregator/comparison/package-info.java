// SPDX-License-Identifier: Apache-2.0
/**
 * The programs behind {@code bench/}: they make data, run this aggregator and DuckDB in turns as processes of their own,
 * watch those from outside, and hold the ratios against stated bars. Nothing here is a test and nothing asserts on a clock.
 */
@NullMarked
package dev.runmatrix.aggregator.comparison;

import org.jspecify.annotations.NullMarked;
