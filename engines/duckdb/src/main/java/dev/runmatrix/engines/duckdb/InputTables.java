// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.params.Params;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import dev.runmatrix.aggregator.storage.LocalPath;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The three tables of the input.
 *
 * @param pods hourly pod usage
 * @param nodes labels of nodes
 * @param namespaces labels of namespaces
 */
record InputTables(InputTable pods, InputTable nodes, InputTable namespaces) {

    static InputTables open(DuckDb db, TableFiles files) throws SQLException, BadInputException {
        for (Table table : Table.values()) {
            requireNameable(paths(files, table));
        }
        return new InputTables(
                InputTable.open(db, Table.POD_USAGE, PodColumns.TABLE, paths(files, Table.POD_USAGE)),
                InputTable.open(db, Table.NODE_LABELS, LabelColumns.NODES, paths(files, Table.NODE_LABELS)),
                InputTable.open(
                        db, Table.NAMESPACE_LABELS, LabelColumns.NAMESPACES, paths(files, Table.NAMESPACE_LABELS)));
    }

    /** The files of a table, all of this machine. */
    static List<Path> paths(TableFiles files, Table table) {
        return files.of(table).stream()
                .map(file -> ((LocalPath) file.location()).path())
                .toList();
    }

    private static void requireNameable(List<Path> files) throws BadInputException {
        for (Path file : files) {
            if (!Sql.canName(file)) {
                throw new BadInputException(
                        file,
                        "DuckDB cannot be given a path with a backslash and one of [ * ? in it; rename the file or its"
                                + " directory");
            }
        }
    }

    List<String> instantTexts() {
        return Stream.of(pods, nodes, namespaces)
                .flatMap(table -> table.instantTexts().stream())
                .toList();
    }

    List<String> views(Params params, boolean onlyFinite) {
        return Stream.of(pods, nodes, namespaces)
                .map(table -> table.view(params, onlyFinite))
                .toList();
    }
}
