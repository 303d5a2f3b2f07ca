// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DataPlace.PlacedFile;
import dev.runmatrix.datasets.parquet.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Which table the files of a folder belong to: that of the nearest folder above which is named like one, or that which its
 * name begins with, or that of the location itself.
 *
 * @param location the folder
 */
record PlacedTables(String location) {

    /** Absent for a file of no table, one that is hidden, and the daily copies that Koku keeps beside hourly rows. */
    Optional<Table> of(PlacedFile file) {
        List<String> names = Arrays.asList(file.path().split("/"));
        String name = names.get(names.size() - 1);
        List<String> folders = names.subList(0, names.size() - 1);
        if (name.startsWith(".") || name.startsWith("_") || isDailyCopy(folders)) {
            return Optional.empty();
        }
        return nearest(folders)
                .or(() -> Arrays.stream(Table.values())
                        .filter(table -> table.beginsFileName(name))
                        .findFirst())
                .or(() -> nearest(Arrays.asList(location.split("[/\\\\]"))));
    }

    private static boolean isDailyCopy(List<String> folders) {
        for (int i = 0; i + 2 < folders.size(); i++) {
            if (folders.get(i).equals("daily") && folders.get(i + 2).equals("OCP")) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Table> nearest(List<String> folders) {
        List<String> fromBelow = new ArrayList<>(folders);
        Collections.reverse(fromBelow);
        return fromBelow.stream()
                .flatMap(folder -> Arrays.stream(Table.values()).filter(table -> table.namesFolder(folder)))
                .findFirst();
    }

    /** Whether only the location tells the table of a file. */
    boolean isNamedByLocation(PlacedFile file) {
        return new PlacedTables("").of(file).isEmpty();
    }
}
