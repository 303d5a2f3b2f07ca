// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Makes the data that are missing, by SQL, and finds those that are there. */
final class DataMaker {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-11-01");

    private static final Map<String, Shape> SHAPES = Map.of(
            "100k", new Shape(100, 42, 1),
            "1m", new Shape(100, 60, 7),
            "7.44m", new Shape(100, 100, 31),
            "50m", new Shape(100, 672, 31));

    /** How the files are written; a day is a file. */
    private static final String FORMAT = "(FORMAT parquet, COMPRESSION snappy, ROW_GROUP_SIZE 100352)";

    private final Path root;
    private final Path sql;

    DataMaker(Path root, Path sql) {
        this.root = root;
        this.sql = sql;
    }

    private record Shape(int nodes, int pods, int days) {}

    /** The data set of a name: one of those known here, or one that {@code ./run-matrix dataset generate} has made. */
    DataSet get(String name) throws Exception {
        Path catalogued = root.resolve("datasets/data").resolve(name);
        Shape shape = SHAPES.get(name);
        if (shape != null) {
            Path made = root.resolve("datasets/data/bench").resolve(name);
            if (!Files.isDirectory(made)) {
                make(name, shape, made);
            }
            return DataSet.open(name, made, root.resolve("bench/params.json"));
        }
        if (!Files.isDirectory(catalogued)) {
            throw new IOException(name + ": no such data; make it by ./run-matrix dataset generate " + name);
        }
        return DataSet.open(name, catalogued.resolve("data"), catalogued.resolve("params.json"));
    }

    private void make(String name, Shape shape, Path made) throws Exception {
        Path partial = made.resolveSibling(name + ".partial");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (int day = 0; day < shape.days; day++) {
                System.err.printf("bench: making %s, day %d of %d%n", name, day + 1, shape.days);
                for (String table : List.of("pod_usage", "node_labels", "namespace_labels")) {
                    statement.execute(copy(table, shape, FIRST_DAY.plusDays(day), partial));
                }
            }
        }
        Files.move(partial, made);
    }

    private String copy(String table, Shape shape, LocalDate date, Path directory) throws IOException {
        Path file = directory.resolve(String.format(
                "%s/year=%d/month=%02d/day=%02d/data.parquet",
                table, date.getYear(), date.getMonthValue(), date.getDayOfMonth()));
        Files.createDirectories(file.getParent());
        String select = Files.readString(sql.resolve(table + ".sql"))
                .replace("${nodes}", Integer.toString(shape.nodes))
                .replace("${pods}", Integer.toString(shape.pods))
                .replace("${date}", date.toString());
        return "COPY (\n" + select + "\n) TO " + PeerSql.quoted(file.toString()) + " " + FORMAT;
    }
}
