// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;

/**
 * The same rows in other files: dealt out anew, in another order, under names that sort otherwise, and with other row
 * groups, pages, encodings and codecs.
 */
final class Rewriting {
    private static final int MOST_PARTS = 3;

    private final Dice dice;
    private final Path folder;
    private int files;

    private Rewriting(Dice dice, Path folder) {
        this.dice = dice;
        this.folder = folder;
    }

    /** Writes into {@code folder} and returns the new files. */
    static List<Path> of(TableFiles files, Dice dice, Path folder) throws IOException {
        Rewriting rewriting = new Rewriting(dice, Files.createDirectories(folder));
        List<Path> written = new ArrayList<>();
        rewriting.rewrite("pod_usage", files.podUsage(), written);
        rewriting.rewrite("node_labels", files.nodeLabels(), written);
        rewriting.rewrite("namespace_labels", files.namespaceLabels(), written);
        return written;
    }

    private void rewrite(String table, List<Path> from, List<Path> written) throws IOException {
        for (Path file : from) {
            ParquetTables.Records records = ParquetTables.records(file);
            for (List<Group> part : parts(records.rows())) {
                Path to = folder.resolve("%s-%d-%d.parquet".formatted(table, dice.between(100, 999), files++));
                DirtyParquet.write(dice, to, records.schema(), part);
                written.add(to);
            }
        }
    }

    private List<List<Group>> parts(List<Group> rows) {
        List<List<Group>> parts = dice.times(dice.between(1, MOST_PARTS), part -> new ArrayList<>());
        List<Group> order = dice.oneIn(2) ? rows : dice.shuffled(rows);
        boolean areCut = dice.oneIn(2);
        IntStream.range(0, order.size()).forEach(row -> {
            int part = areCut ? (int) ((long) row * parts.size() / order.size()) : dice.between(0, parts.size() - 1);
            parts.get(part).add(order.get(row));
        });
        return parts;
    }
}
