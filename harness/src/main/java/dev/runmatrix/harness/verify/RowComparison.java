// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.verify;

import dev.runmatrix.harness.result.OutputVerdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compares two outputs row by row. Both files are read several times, each time for the part of the rows that fits into
 * memory: this happens only where digests differ.
 */
final class RowComparison {

    private static final int ROWS_AT_ONCE = 20_000;

    private final Path actual;
    private final Path reference;

    RowComparison(Path actual, Path reference) {
        this.actual = actual;
        this.reference = reference;
    }

    /**
     * The first difference that counts, or the first one within the tolerance where none does.
     *
     * @param rows number of rows of the longer file
     */
    Difference compare(long rows) throws IOException, UnreadableOutputException {
        int parts = Math.toIntExact(rows / ROWS_AT_ONCE + 1);
        Optional<Difference> small = Optional.empty();
        for (int part = 0; part < parts; part++) {
            Optional<Difference> difference = compare(rowsOf(actual, part, parts), rowsOf(reference, part, parts));
            if (difference.filter(d -> d.verdict() == OutputVerdict.WRONG).isPresent()) {
                return difference.get();
            }
            small = small.or(() -> difference);
        }
        return small.orElse(new Difference(OutputVerdict.IDENTICAL, "none"));
    }

    private static Optional<Difference> compare(Map<String, Row> actual, Map<String, Row> reference) {
        Optional<Difference> small = Optional.empty();
        for (Map.Entry<String, Row> entry : actual.entrySet()) {
            Row wanted = reference.remove(entry.getKey());
            Optional<Difference> difference = wanted == null
                    ? wrong(entry.getKey(), "is not in the reference")
                    : compare(entry.getValue(), wanted);
            if (difference.filter(d -> d.verdict() == OutputVerdict.WRONG).isPresent()) {
                return difference;
            }
            small = small.or(() -> difference);
        }
        Optional<String> missing = reference.keySet().stream().findFirst();
        return missing.isPresent() ? wrong(missing.get(), "is missing") : small;
    }

    private static Optional<Difference> compare(Row actual, Row wanted) {
        if (!actual.columns().equals(wanted.columns())) {
            return wrong(actual.key(), "has other columns than the reference");
        }
        Optional<Difference> small = Optional.empty();
        for (int i = 0; i < actual.values().size(); i++) {
            Value got = actual.values().get(i);
            Value want = wanted.values().get(i);
            if (!got.equals(want)) {
                String words = "row " + actual.key() + ": " + actual.columns().get(i) + " is " + got
                        + ", the reference has " + want;
                if (!Tolerance.covers(got, want)) {
                    return Optional.of(new Difference(OutputVerdict.WRONG, words));
                }
                Difference within = new Difference(OutputVerdict.WITHIN_TOLERANCE, words);
                small = small.or(() -> Optional.of(within));
            }
        }
        return small;
    }

    private static Optional<Difference> wrong(String key, String how) {
        return Optional.of(new Difference(OutputVerdict.WRONG, "row " + key + " " + how));
    }

    /** The rows whose keys fall into one part; rows with the same key are told apart by their order in the file. */
    private static Map<String, Row> rowsOf(Path file, int part, int parts)
            throws IOException, UnreadableOutputException {
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Row> rows = new TreeMap<>();
        OutputFile.read(file, row -> {
            String key = row.key();
            if (Math.floorMod(key.hashCode(), parts) == part) {
                int count = seen.merge(key, 1, Integer::sum);
                rows.put(count == 1 ? key : key + " (" + count + ")", row);
            }
        });
        return rows;
    }

    /**
     * The outcome of a comparison.
     *
     * @param verdict how far apart the outputs are
     * @param words the first difference
     */
    record Difference(OutputVerdict verdict, String words) {}
}
