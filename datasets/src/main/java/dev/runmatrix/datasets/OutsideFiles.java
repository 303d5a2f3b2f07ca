// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import dev.runmatrix.datasets.DataPlace.PlacedFile;
import dev.runmatrix.datasets.parquet.FooterFacts;
import dev.runmatrix.datasets.parquet.Footers;
import dev.runmatrix.datasets.parquet.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads footers, and nothing else, of Parquet files. */
final class OutsideFiles {

    private static final int END_BYTES = 8;
    private static final int MOST_SHOWN = 20;

    private final PlacedTables tables;
    private final List<String> problems = new ArrayList<>();
    private long count;

    OutsideFiles(String location) {
        tables = new PlacedTables(location);
    }

    /** The table of a file, if it has one. */
    Optional<Table> table(PlacedFile file) {
        return tables.of(file);
    }

    /** What a file is; absent, and a problem, if it cannot be read as its table. */
    Optional<OutsideFile> read(PlacedFile file, Table table) {
        try {
            long bytes = file.sizeBytes();
            byte[] footer = footer(file, bytes);
            FooterFacts facts = Footers.facts(bytes, footer);
            required(table).stream()
                    .filter(column -> facts.rows() > 0 && !facts.columns().contains(column))
                    .forEach(column -> problem(file, "is of " + table.directory() + " and has no column " + column));
            return Optional.of(new OutsideFile(
                    file.path(), table.directory(), facts.rows(), bytes, file.modified(), Sha256.hex(footer)));
        } catch (IOException e) {
            problem(file, Reason.of(e));
            return Optional.empty();
        }
    }

    private static byte[] footer(PlacedFile file, long bytes) throws IOException {
        if (bytes < END_BYTES + 4) {
            throw new IOException("no Parquet file: it has " + bytes + " bytes");
        }
        ByteBuffer end = ByteBuffer.allocate(END_BYTES);
        file.read(end, bytes - END_BYTES);
        int length = Math.toIntExact(Footers.tailBytes(bytes, end));
        ByteBuffer footer = ByteBuffer.allocate(length);
        file.read(footer, bytes - length);
        return footer.array();
    }

    private static List<String> required(Table table) {
        return switch (table) {
            case POD_USAGE -> List.of("interval_start", "namespace", "node");
            case NODE_LABELS -> List.of("interval_start", "node");
            case NAMESPACE_LABELS -> List.of("interval_start", "namespace");
        };
    }

    private void problem(PlacedFile file, String what) {
        count++;
        if (count <= MOST_SHOWN) {
            problems.add(file.path() + ": " + what);
        }
    }

    /** What is wrong with files, a line each; the last one says how many more there are. */
    List<String> problems() {
        List<String> lines = new ArrayList<>(problems);
        if (count > MOST_SHOWN) {
            lines.add("... and " + (count - MOST_SHOWN) + " more");
        }
        return lines;
    }
}
