// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.history.SittingDrift;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What sittings of one build differ by on this class of machines, as the stored runs show it. */
final class KnownDrift {

    /** Older runs say less about the machine as it is now. */
    private static final int MOST_RUNS = 60;

    private final List<Path> folders = new ArrayList<>();
    private final Map<String, Set<LocalDate>> days = new LinkedHashMap<>();
    private final RunRecord like;

    private KnownDrift(RunRecord like) {
        this.like = like;
    }

    /**
     * The drift of each metric of which stored runs tell enough; of the others nothing.
     *
     * @param like a run under the conditions that count
     */
    static Map<Metric, SittingSpread> of(Path results, RunRecord like) throws CommandFailure {
        try {
            KnownDrift drift = new KnownDrift(like);
            drift.find(results);
            return drift.mayBeEnough() ? drift.estimated() : Map.of();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, results + ": cannot be read: " + e.getMessage());
        }
    }

    /** Frames are read quickly, and mostly tell already that there is too little. */
    private void find(Path results) throws IOException {
        for (Path folder : StoredRunList.newestFirst(results)) {
            if (folders.size() == MOST_RUNS) {
                return;
            }
            Optional<RunRecord> frame = frame(folder).filter(this::isLike);
            if (frame.isPresent()) {
                folders.add(folder);
                days.computeIfAbsent(frame.get().environment().buildDigest(), build -> new HashSet<>())
                        .add(frame.get().startedAt().atZone(ZoneOffset.UTC).toLocalDate());
            }
        }
    }

    private static Optional<RunRecord> frame(Path folder) throws IOException {
        try {
            return Optional.of(RunStore.readFrame(folder));
        } catch (UnreadableRunException e) {
            return Optional.empty();
        }
    }

    private boolean isLike(RunRecord run) {
        return run.builds().isEmpty()
                && run.spec().commands().isEmpty()
                && run.environment()
                        .machineClassHash()
                        .equals(like.environment().machineClassHash())
                && run.environment().jdk().equals(like.environment().jdk())
                && run.spec().jvmArgs().equals(like.spec().jvmArgs());
    }

    private boolean mayBeEnough() {
        int freedom = days.values().stream().mapToInt(each -> each.size() - 1).sum();
        return freedom + 1 >= SittingSpread.LEAST_SITTINGS;
    }

    private Map<Metric, SittingSpread> estimated() throws IOException {
        List<RunLevels> runs = new ArrayList<>();
        for (Path folder : folders) {
            levels(folder).filter(run -> isOneSeries(run, runs)).ifPresent(runs::add);
        }
        Map<Metric, SittingSpread> drift = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            SittingSpread spread = SittingDrift.of(metric, runs);
            if (spread.sittings() > 0) {
                drift.put(metric, spread);
            }
        }
        return drift;
    }

    /** Whether the same time was taken, too. */
    private static boolean isOneSeries(RunLevels run, List<RunLevels> runs) {
        return runs.isEmpty() || runs.get(0).conditions().areThoseOf(run.conditions());
    }

    /** A damaged run is no reason not to learn from the others. */
    private static Optional<RunLevels> levels(Path folder) throws IOException {
        try {
            StoredRun stored = RunStore.read(folder);
            return Optional.of(RunLevels.of(stored));
        } catch (UnreadableRunException e) {
            return Optional.empty();
        }
    }
}
