// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

/**
 * A setting that the axes span but that is not measured.
 *
 * @param cell the setting
 * @param reason the rule that removed it, as a phrase: {@code "excluded by run-matrix.yaml:31"}
 */
public record Skip(Cell cell, String reason) {}
