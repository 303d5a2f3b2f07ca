// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the folder of a run by what its user calls it. */
final class RunFinder {

    /** The name of the newest run. */
    static final String LATEST = "latest";

    private static final int NEAREST = 5;

    /** Copies and other folders beside the runs come before them all, whatever they are called. */
    private static final Comparator<String> BY_AGE = Comparator.comparing(
                    (String id) -> id.matches("\\d{8}T\\d{6}Z-[0-9a-f]+"))
            .thenComparing(Comparator.naturalOrder());

    private final Path results;

    RunFinder(Path results) {
        this.results = results;
    }

    /** The folder of a run, given as a path, an id, a unique beginning or part of an id, or {@value #LATEST}. */
    Path find(String name) throws CommandFailure {
        Optional<Path> path = path(name);
        if (path.isPresent()) {
            return path.get();
        }
        List<String> ids = ids();
        if (name.equals(LATEST)) {
            return ids.stream()
                    .max(BY_AGE)
                    .map(results::resolve)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.USAGE, "no stored run below " + results + "; ./run-matrix makes one"));
        }
        List<String> matching = ids.contains(name)
                ? List.of(name)
                : ids.stream()
                        .filter(id -> id.startsWith(name) || id.endsWith(name))
                        .toList();
        if (matching.size() == 1) {
            return results.resolve(matching.get(0));
        }
        throw new CommandFailure(ExitCode.USAGE, matching.isEmpty() ? unknown(name, ids) : ambiguous(name, matching));
    }

    private static Optional<Path> path(String name) {
        try {
            Path path = Path.of(name);
            boolean isRun = Files.isRegularFile(path.resolve(RunStore.RUN_FILE));
            return Optional.of(path).filter(p -> isRun || (Files.isDirectory(p) && name.contains("/")));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private List<String> ids() throws CommandFailure {
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(f -> Files.isRegularFile(f.resolve(RunStore.RUN_FILE)))
                    .filter(f -> !Files.isSymbolicLink(f))
                    .map(f -> f.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, results + ": cannot be listed: " + e.getMessage());
        }
    }

    private String unknown(String name, List<String> ids) {
        if (ids.isEmpty()) {
            return name + ": no such run; there is none below " + results + ", ./run-matrix makes one";
        }
        List<String> nearest = ids.stream()
                .sorted(Comparator.comparingInt((String id) -> distance(name, id))
                        .thenComparing(Comparator.reverseOrder()))
                .limit(NEAREST)
                .toList();
        return name + ": no such run; the nearest are " + String.join(", ", nearest) + ", and 'latest' is the newest";
    }

    private static String ambiguous(String name, List<String> matching) {
        return name + ": " + matching.size() + " runs are called so: " + String.join(", ", matching)
                + "; give more of the id";
    }

    /** Levenshtein distance of a name to as much of an id. */
    private static int distance(String name, String id) {
        String start = id.substring(0, Math.min(id.length(), name.length()));
        int[] row = new int[start.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= name.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (name.charAt(i - 1) == start.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[row.length - 1];
    }
}
