// SPDX-License-Identifier: Apache-2.0
/**
 * What to measure: {@code run-matrix.yaml} becomes a {@link dev.runmatrix.harness.matrix.MatrixSpec}, the spec a
 * {@link dev.runmatrix.harness.matrix.Plan}. Pure: it knows nothing of processes, clocks, stored runs or the aggregator.
 */
@NullMarked
package dev.runmatrix.harness.matrix;

import org.jspecify.annotations.NullMarked;
