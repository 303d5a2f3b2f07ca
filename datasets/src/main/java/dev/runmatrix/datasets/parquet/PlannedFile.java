// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.parquet;

/**
 * A file to write.
 *
 * @param path where, relative to the dataset's data directory, with slashes
 * @param table what
 * @param day day of the dataset, from 0
 * @param first first place of the day, from 0; places are rows unless these are absent
 * @param places number of places
 */
public record PlannedFile(String path, Table table, int day, int first, int places) {}
