// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

/**
 * A file that was read for an import.
 *
 * @param name relative to the folder that was imported, with slashes
 * @param table what its rows are
 * @param rows its rows
 * @param bytes its size
 * @param sha256 hash of its bytes, hexadecimal
 */
public record ImportedSource(String name, String table, long rows, long bytes, String sha256) {}
