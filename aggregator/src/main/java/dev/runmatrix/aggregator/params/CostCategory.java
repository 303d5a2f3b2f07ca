// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.params;

/**
 * A category for the namespaces that match a pattern.
 *
 * @param pattern SQL LIKE pattern without escape character
 * @param id the category
 */
public record CostCategory(String pattern, int id) {}
