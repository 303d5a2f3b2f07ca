// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import dev.runmatrix.datasets.parquet.Table;
import java.nio.file.Path;

/**
 * A CSV file of a table.
 *
 * @param path where it is
 * @param name what messages and manifests call it: relative to the folder that is imported
 * @param bytes its size
 * @param table what its rows are
 * @param header its columns
 */
record CsvFile(Path path, String name, long bytes, Table table, CsvHeader header) {}
