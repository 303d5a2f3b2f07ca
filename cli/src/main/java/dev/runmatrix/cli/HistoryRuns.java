// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.history.Pinned;
import dev.runmatrix.reports.history.RunLevels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Reads the runs of a history: those in folders of results, and those that only a baseline has kept. */
final class HistoryRuns {

    private final List<Path> folders;
    private final BaselineStore baselines;
    private final List<Source> sources = new ArrayList<>();
    private final List<Baseline> saved = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private int ofTwoBuilds;

    HistoryRuns(List<Path> folders, BaselineStore baselines) {
        this.folders = List.copyOf(folders);
        this.baselines = baselines;
    }

    /** A run that is yet to be read. */
    private record Source(RunRecord frame, Optional<Baseline> baseline, Path place) {

        StoredRun read() throws IOException, UnreadableRunException {
            return baseline.isPresent() ? baseline.get().stored(place) : RunStore.read(place);
        }
    }

    /**
     * Looks at all frames.
     *
     * @param since the oldest begin of a run; absent: any
     */
    void find(Optional<Instant> since) throws IOException {
        for (Path folder : folders) {
            for (Path directory : StoredRunList.newestFirst(folder)) {
                frame(directory);
            }
        }
        for (BaselineName name : baselines.names()) {
            baseline(baselines.file(name));
        }
        sources.removeIf(
                source -> since.filter(source.frame().startedAt()::isBefore).isPresent());
        sources.sort(Comparator.comparing((Source source) -> source.frame().startedAt())
                .reversed());
    }

    private void frame(Path directory) throws IOException {
        try {
            add(new Source(RunStore.readFrame(directory), Optional.empty(), directory));
        } catch (UnreadableRunException e) {
            leftOut.add(String.valueOf(e.getMessage()));
        }
    }

    private void baseline(Path file) throws IOException {
        try {
            Baseline baseline = BaselineStore.read(file);
            saved.add(baseline);
            add(new Source(baseline.run(), Optional.of(baseline), file));
        } catch (UnreadableRunException e) {
            leftOut.add(String.valueOf(e.getMessage()));
        }
    }

    /** A copy of a run is no other run. */
    private void add(Source source) {
        if (!seen.add(source.frame().id())) {
            return;
        }
        if (source.frame().builds().isPresent()) {
            ofTwoBuilds++;
        } else {
            sources.add(source);
        }
    }

    /**
     * Reads the newest runs.
     *
     * @param most how many at most
     * @param progress told before each run: of how many it is the how-manieth
     */
    List<RunLevels> read(int most, ObjIntConsumer<Integer> progress) throws IOException {
        List<Source> wanted = sources.subList(0, Math.min(most, sources.size()));
        List<RunLevels> runs = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            progress.accept(i + 1, wanted.size());
            try {
                runs.add(RunLevels.of(wanted.get(i).read()));
            } catch (UnreadableRunException e) {
                leftOut.add(String.valueOf(e.getMessage()));
            }
        }
        return runs;
    }

    /** Runs of which no baseline of two builds is one, the newest saved first. */
    List<Pinned> pinned() {
        List<Pinned> all = new ArrayList<>();
        saved.stream()
                .filter(baseline -> baseline.run().builds().isEmpty())
                .sorted(Comparator.comparing(Baseline::savedAt).reversed())
                .forEach(baseline -> {
                    try {
                        RunLevels levels = RunLevels.of(baseline.stored(Path.of(baseline.name())));
                        all.add(new Pinned(baseline.name(), levels));
                    } catch (UnreadableRunException e) {
                        leftOut.add("baseline " + baseline.name() + ": " + e.getMessage());
                    }
                });
        return all;
    }

    /** How many runs are older than those read. */
    int olderThan(int most) {
        return Math.max(0, sources.size() - most);
    }

    /** Why runs were left out, a sentence each. */
    List<String> leftOut() {
        List<String> all = new ArrayList<>(leftOut);
        if (ofTwoBuilds > 0) {
            all.add(ofTwoBuilds + (ofTwoBuilds == 1 ? " run" : " runs") + " of two builds in turns");
        }
        return all;
    }
}
