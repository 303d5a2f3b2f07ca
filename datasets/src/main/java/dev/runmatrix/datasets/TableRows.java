// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

/**
 * Rows of each table.
 *
 * @param podUsage rows of pod usage, with those that have no node
 * @param nodeLabels rows of node labels
 * @param namespaceLabels rows of namespace labels
 */
public record TableRows(long podUsage, long nodeLabels, long namespaceLabels) {}
