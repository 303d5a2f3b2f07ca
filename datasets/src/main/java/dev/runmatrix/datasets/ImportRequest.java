// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What to import.
 *
 * @param name name of the dataset that is made of it
 * @param source a folder, or one file
 * @param params what a summary is asked for; absent: everything that is found, grouped by all labels
 * @param replace whether a dataset of this name that was imported before is replaced
 * @param inPlace whether Parquet files stay where they are
 */
public record ImportRequest(String name, Path source, Optional<Path> params, boolean replace, boolean inPlace) {}
