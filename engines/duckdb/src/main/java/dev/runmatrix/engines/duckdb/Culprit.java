// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.column.PodColumns;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.Table;
import dev.runmatrix.aggregator.plan.TableFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds the file that a failure to read is about, as DuckDB does not always name it. */
final class Culprit {

    private final DuckDb db;
    private final TableFiles files;

    Culprit(DuckDb db, TableFiles files) {
        this.db = db;
        this.files = files;
    }

    /** What to tell of a failure. */
    BadInputException of(SQLException e) throws BadInputException {
        String line = DuckDbFailure.line(e);
        for (Table table : Table.values()) {
            for (Path file : InputTables.paths(files, table)) {
                Optional<String> problem = line.contains(file.toAbsolutePath().toString())
                        ? Optional.of(line)
                        : problem(file, columns(table));
                if (problem.isPresent()) {
                    return new BadInputException(
                            file,
                            "cannot be read (" + problem.get() + "); write the file again or take it out of the input",
                            e);
                }
            }
        }
        return new BadInputException("the input cannot be read: " + line);
    }

    private static TableColumns columns(Table table) {
        return switch (table) {
            case POD_USAGE -> PodColumns.TABLE;
            case NODE_LABELS -> LabelColumns.NODES;
            case NAMESPACE_LABELS -> LabelColumns.NAMESPACES;
        };
    }

    /** What comes of reading one file alone, every value of it that is asked for. */
    private Optional<String> problem(Path file, TableColumns table) throws BadInputException {
        try {
            for (FileColumns each : FileColumns.read(db, List.of(file), table)) {
                String columns =
                        each.columns().values().stream().map(StoredColumn::name).collect(Collectors.joining(", "));
                // No statistics can answer this.
                db.execute("SELECT bit_xor(hash(" + columns + ")) FROM " + InputTable.source(List.of(file)));
            }
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(DuckDbFailure.line(e));
        }
    }
}
