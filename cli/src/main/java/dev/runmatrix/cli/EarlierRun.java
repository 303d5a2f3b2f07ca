// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** How long forks lived in earlier runs on this checkout: what to expect of the next ones. */
final class EarlierRun {

    private EarlierRun() {}

    /**
     * The life of a fork of each cell, by the cell's id: the lower median of the forks that ended well in the newest run
     * of one program that can be read. Empty where there is no such run; a damaged one is no reason not to plan.
     */
    static Map<String, Duration> forkTimes(Path results) throws IOException {
        return newest(results, run -> run.builds().isEmpty(), 1).stream()
                .findFirst()
                .map(run -> medians(run.forks()))
                .orElse(Map.of());
    }

    /** The newest runs that can be read and are wanted, the newest first. */
    static List<StoredRun> newest(Path results, Predicate<RunRecord> wanted, int most) throws IOException {
        List<StoredRun> found = new ArrayList<>();
        for (Path run : StoredRunList.newestFirst(results)) {
            if (found.size() == most) {
                break;
            }
            read(run).filter(stored -> wanted.test(stored.run())).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<StoredRun> read(Path run) throws IOException {
        try {
            return Optional.of(RunStore.read(run));
        } catch (UnreadableRunException e) {
            return Optional.empty();
        }
    }

    private static Map<String, Duration> medians(List<ForkRecord> forks) {
        Map<String, List<Long>> lives = forks.stream()
                .filter(f -> f.status() == ForkStatus.OK && f.process().isPresent())
                .collect(Collectors.groupingBy(
                        ForkRecord::cellId,
                        Collectors.mapping(f -> f.process().orElseThrow().wallNanos(), Collectors.toList())));
        Map<String, Duration> medians = new LinkedHashMap<>();
        lives.forEach((cell, nanos) -> {
            List<Long> sorted = nanos.stream().sorted().toList();
            medians.put(cell, Duration.ofNanos(sorted.get((sorted.size() - 1) / 2)));
        });
        return medians;
    }
}
