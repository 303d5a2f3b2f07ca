// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

/**
 * What was damaged on purpose, in rows of pod usage.
 *
 * @param absent rows that were left out
 * @param blankNode rows without a node: in no group of the summary, but counted for capacity
 * @param nullLabels rows whose labels are null
 * @param badJson rows whose labels are no valid JSON
 */
public record DirtyRows(long absent, long blankNode, long nullLabels, long badJson) {}
