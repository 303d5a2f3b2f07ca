// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.IndexEntry;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All runs in a folder, newest first.
 *
 * @param runs those that can be read
 * @param unreadable why the others cannot, a sentence each
 */
record StoredRunList(List<RunSummary> runs, List<String> unreadable) {

    StoredRunList {
        runs = List.copyOf(runs);
        unreadable = List.copyOf(unreadable);
    }

    static StoredRunList of(Path results) throws IOException {
        Map<String, IndexEntry> index = new RunIndex(results).entries();
        List<RunSummary> runs = new ArrayList<>();
        List<String> unreadable = new ArrayList<>();
        for (Path directory : newestFirst(results)) {
            Optional<IndexEntry> entry =
                    Optional.ofNullable(index.get(directory.getFileName().toString()));
            try {
                runs.add(RunSummary.of(directory, entry));
            } catch (UnreadableRunException e) {
                unreadable.add(String.valueOf(e.getMessage()));
            }
        }
        return new StoredRunList(runs, unreadable);
    }

    /** The folders of all runs: names begin with the time, so that the order of names is that of time. */
    static List<Path> newestFirst(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(results)) {
            return folders.filter(folder -> !Files.isSymbolicLink(folder))
                    .filter(folder -> Files.isRegularFile(folder.resolve(RunStore.RUN_FILE)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }
}
