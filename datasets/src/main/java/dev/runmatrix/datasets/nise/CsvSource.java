// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.parquet.Table;

/**
 * A CSV file that has been read.
 *
 * @param name relative to the folder that was imported
 * @param table what its rows are
 * @param rows rows that were taken over
 * @param bytes its size
 * @param sha256 hash of the file, hexadecimal
 */
public record CsvSource(String name, Table table, long rows, long bytes, String sha256) {}
