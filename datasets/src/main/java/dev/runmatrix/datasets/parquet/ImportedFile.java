// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

/**
 * A file of imported rows that is on the disk.
 *
 * @param table what
 * @param path where, relative to the dataset's data directory, with slashes
 * @param rows rows written
 * @param bytes size of the file
 * @param sha256 hash of the file, hexadecimal
 */
public record ImportedFile(Table table, String path, long rows, long bytes, String sha256) {}
