// SPDX-License-Identifier: Apache-2.0
/**
 * Micro-benchmarks of the aggregator's kernels, run by {@code bench/micro}; those of classes that only their package
 * knows are beside them. Every build compiles them, none runs them.
 */
@NullMarked
package dev.runmatrix.aggregator.benchmark;

import org.jspecify.annotations.NullMarked;
