// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What to import.
 *
 * @param name name of the dataset that is made of it
 * @param source a folder, or one file
 * @param params what a summary is asked for; absent: everything that is found, grouped by all labels
 * @param replace whether a dataset of this name that was imported before is replaced
 * @param elsewhere Parquet files that stay where they are; absent: everything is taken over
 */
public record ImportRequest(
        String name, Path source, Optional<Path> params, boolean replace, Optional<DataPlace> elsewhere) {

    /** Parquet files of a folder of this machine, which stay there. */
    public static DataPlace placeOf(Path folder) throws IOException {
        return new LocalPlace(folder.toRealPath());
    }

    boolean inPlace() {
        return elsewhere.isPresent();
    }
}
