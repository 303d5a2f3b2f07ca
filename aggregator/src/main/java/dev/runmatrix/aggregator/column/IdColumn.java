// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.column;

/**
 * A column whose values are read as small numbers.
 *
 * @param name its name in the file
 * @param kind what its values are
 * @param required whether a file with rows must have it
 */
public record IdColumn(String name, IdKind kind, boolean required) {}
