// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which stored runs may go, and their going. */
final class Pruning {

    private final Path results;
    private final Path baselines;
    private final boolean somebodyMeasures;

    Pruning(Home home, boolean somebodyMeasures) {
        this.results = home.results();
        this.baselines = home.root().resolve("baselines");
        this.somebodyMeasures = somebodyMeasures;
    }

    /**
     * A run that is not among the newest.
     *
     * @param directory its folder
     * @param protection why it stays nevertheless; absent where it may go
     */
    record Candidate(Path directory, Optional<String> protection) {}

    /** All runs but the newest ones, oldest first. */
    List<Candidate> candidates(int keep) throws IOException {
        List<Path> runs = new ArrayList<>(
                StoredRunList.newestFirst(results).stream().skip(keep).toList());
        runs.sort(Comparator.naturalOrder());
        List<String> references = references();
        List<Candidate> candidates = new ArrayList<>();
        for (Path run : runs) {
            candidates.add(new Candidate(run, protection(run, references)));
        }
        return candidates;
    }

    static long bytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            long bytes = 0;
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        }
    }

    /** Removes a run; the frame first, so that what is left by a failure is no run any more. */
    static void remove(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(RunStore.RUN_FILE));
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Optional<String> protection(Path run, List<String> references) throws IOException {
        String id = run.getFileName().toString();
        if (isLatest(run)) {
            return Optional.of("it is the latest");
        }
        if (somebodyMeasures && mayBeWritten(run)) {
            return Optional.of("it is being measured");
        }
        return references.stream().anyMatch(text -> text.contains(id))
                ? Optional.of("a file in baselines/ names it")
                : Optional.empty();
    }

    private boolean isLatest(Path run) throws IOException {
        Path latest = results.resolve(RunIndex.LATEST);
        return Files.exists(latest) && Files.isSameFile(latest, run);
    }

    private static boolean mayBeWritten(Path run) throws IOException {
        try {
            return RunStore.readFrame(run).state() == RunState.RUNNING;
        } catch (UnreadableRunException e) {
            return false;
        }
    }

    private List<String> references() throws IOException {
        if (!Files.isDirectory(baselines)) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(baselines)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return texts;
    }
}
