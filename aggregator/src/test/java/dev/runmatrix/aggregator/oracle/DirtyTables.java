// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.schema.Types;

/** A random input of all three tables: everything the specification allows, in small Parquet files, from one seed. */
final class DirtyTables {
    private final Dice dice;
    private final Path folder;
    private final DirtyInstants instants;
    private final DirtyNames names;
    private final DirtyLabels labels;
    private final DirtyNumbers numbers;
    private final int presentPercent;
    private final String layout;

    private DirtyTables(Dice dice, Path folder) {
        this.dice = dice;
        this.folder = folder;
        instants = new DirtyInstants(dice);
        names = new DirtyNames(dice);
        labels = new DirtyLabels(dice);
        numbers = new DirtyNumbers(dice);
        presentPercent = dice.pick(100, 90, 40);
        layout = dice.pick("flat", "flat", "hive", "day");
    }

    /** Writes the tables of {@code seed} below {@code folder}. */
    static void write(long seed, Path folder) throws IOException {
        Dice dice = new Dice(seed);
        DirtyTables tables = new DirtyTables(dice, folder);
        tables.writePods();
        tables.writeLabels("node_labels");
        tables.writeLabels("namespace_labels");
        Files.writeString(folder.resolve("params.json"), DirtyParams.json(dice, tables.instants));
    }

    private void writePods() throws IOException {
        int files = dice.oneIn(15) ? 0 : dice.between(1, 4);
        for (int file = 0; file < files; file++) {
            List<DirtyColumn> columns = new ArrayList<>(List.of(instants.column(), names.namespace(), names.node()));
            sometimes(names.resourceId()).ifPresent(columns::add);
            sometimes(labels.column("pod_labels")).ifPresent(columns::add);
            PodTable.NUMBERS.forEach(name -> sometimes(numbers.column(name)).ifPresent(columns::add));
            write("pod_usage", file, columns);
        }
    }

    private void writeLabels(String table) throws IOException {
        int files = dice.oneIn(4) ? 0 : dice.between(1, 2);
        for (int file = 0; file < files; file++) {
            List<DirtyColumn> columns = new ArrayList<>(List.of(instants.column()));
            columns.add(table.equals("node_labels") ? names.node() : names.namespace());
            if (!dice.oneIn(10)) {
                columns.add(labels.column(table));
            }
            write(table, file, columns);
        }
    }

    private Optional<DirtyColumn> sometimes(DirtyColumn column) {
        return dice.between(1, 100) <= presentPercent ? Optional.of(column) : Optional.empty();
    }

    private void write(String table, int file, List<DirtyColumn> columns) throws IOException {
        addUnknown(columns);
        int rows = dice.oneIn(8) ? 0 : dice.between(1, dice.oneIn(20) ? 1_500 : 40);
        if (rows == 0 && dice.oneIn(2)) {
            columns.remove(0);
        }
        if (rows > 0) {
            poison(columns);
        }
        Path path = path(table, file);
        Files.createDirectories(path.getParent());
        DirtyParquet.write(dice, path, dice.shuffled(columns), rows);
        if (dice.oneIn(150)) {
            byte[] bytes = Files.readAllBytes(path);
            Files.write(path, Arrays.copyOf(bytes, bytes.length - dice.between(1, 20)));
        }
    }

    private Path path(String table, int file) {
        return switch (layout) {
            case "flat" -> folder.resolve(table + dice.pick("", "-", "_x.") + file + ".parquet");
            case "hive" -> folder.resolve(table + "/source=s/year=2025/month=09/part-" + file + ".parquet");
            default ->
                folder.resolve("day=0" + file + "/openshift_" + table.replace("_usage", "")
                        + (table.equals("pod_usage") ? "_usage" : "") + "_line_items/data.parquet");
        };
    }

    private void addUnknown(List<DirtyColumn> columns) {
        if (dice.oneIn(3)) {
            columns.add(DirtyColumn.of(
                    Types.optional(INT64).named("__index_level_0__"),
                    () -> Optional.of(dice.anyLong()),
                    (record, number) -> record.add("__index_level_0__", number)));
        }
        if (dice.oneIn(4)) {
            columns.add(DirtyColumn.of(
                    Types.required(BINARY).as(stringType()).named("Node"),
                    () -> Optional.of("node-1"),
                    (record, text) -> record.add("Node", text)));
        }
        if (dice.oneIn(5)) {
            columns.add(new DirtyColumn(
                    Types.optionalGroup()
                            .addField(Types.optional(INT64).named("node"))
                            .addField(Types.repeated(DOUBLE).named("pod_labels"))
                            .named("nested"),
                    record -> record.addGroup("nested").append("node", 1L).append("pod_labels", 2.0)));
        }
    }

    /** Once in a while, something that must make the run fail. */
    private void poison(List<DirtyColumn> columns) {
        if (dice.oneIn(80)) {
            columns.remove(dice.between(0, 1));
        } else if (dice.oneIn(80)) {
            String name = columns.remove(1).name();
            columns.add(DirtyColumn.of(
                    Types.optional(DOUBLE).named(name),
                    () -> dice.nullOneIn(3, dice::fraction),
                    (record, number) -> record.add(name, number)));
        }
    }
}
