// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.read.FooterReader;
import dev.runmatrix.aggregator.storage.LocalFile;
import dev.runmatrix.aggregator.storage.LocalPath;
import dev.runmatrix.aggregator.storage.LocalStorage;
import dev.runmatrix.aggregator.storage.Location;
import java.nio.file.Path;
import java.util.List;

/**
 * Files to aggregate.
 *
 * @param name what people call it
 * @param directory where its files lie
 * @param params its parameters
 * @param rows rows of its pod usage
 */
record DataSet(String name, Path directory, Path params, long rows) {

    /** The data set in a directory. */
    static DataSet open(String name, Path directory, Path params) throws Exception {
        long rows = 0;
        for (Path path : files(directory, Table.POD_USAGE)) {
            rows += FooterReader.read(new LocalFile(path), PodColumns.TABLE).rows();
        }
        return new DataSet(name, directory, params, rows);
    }

    List<Path> files(Table table) throws Exception {
        return files(directory, table);
    }

    private static List<Path> files(Path directory, Table table) throws Exception {
        return TableFiles.find(List.of(Location.of(directory)), new LocalStorage()).of(table).stream()
                .map(file -> ((LocalPath) file.location()).path())
                .toList();
    }
}
