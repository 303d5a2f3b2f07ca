// SPDX-License-Identifier: Apache-2.0
/**
 * What to measure, and in which order: {@code run-matrix.yaml} becomes a {@link dev.runmatrix.harness.matrix.MatrixFile},
 * that a {@link dev.runmatrix.harness.matrix.Plan}, that a {@link dev.runmatrix.harness.matrix.Schedule}. Reading the file
 * is the only effect; it knows nothing of processes, clocks, stored runs or the aggregator.
 */
@NullMarked
package dev.runmatrix.harness.matrix;

import org.jspecify.annotations.NullMarked;
