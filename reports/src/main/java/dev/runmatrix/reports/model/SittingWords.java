// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** How long a run took, and in how many goes. */
final class SittingWords {

    private final RunAnalysis run;
    private final List<Sitting> sittings;

    SittingWords(RunAnalysis run) {
        this.run = run;
        this.sittings = run.run().sittings();
    }

    /** When the run was begun, resumed and added to; empty where it was made in one go. */
    Optional<String> told() {
        if (sittings.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                IntStream.range(0, sittings.size()).mapToObj(this::told).collect(Collectors.joining("; ", "", ".")));
    }

    private String told(int index) {
        Sitting sitting = sittings.get(index);
        boolean last = index == sittings.size() - 1;
        boolean measures = last && run.run().state() == RunState.RUNNING;
        String end = sitting.finishedAt().isPresent() || measures ? "" : ", did not end";
        String when = Units.instant(sitting.startedAt());
        return switch (sitting.kind()) {
            case NEW -> "begun " + when + end;
            case RESUME -> "resumed " + when + end;
            case APPEND -> added(sitting, when) + end;
        };
    }

    private static String added(Sitting sitting, String when) {
        String forks = sitting.added().isPresent()
                ? Units.counted(sitting.added().getAsInt(), "fork", "forks") + " a cell"
                : "forks";
        String where = sitting.cells().isEmpty() ? "" : " to " + Wording.names(sitting.cells());
        return forks + " added " + when + where;
    }

    /** How long it took, against what was estimated. */
    String time() {
        RunRecord record = run.run();
        boolean several = sittings.size() > 1;
        String estimate = Units.duration(Duration.ofMillis(record.estimatedMillis())) + " were estimated for its forks"
                + (several ? " at the beginning" : "");
        if (record.finishedAt().isPresent()) {
            String took = several
                    ? Units.duration(worked()) + " in " + Units.count(sittings.size()) + " sittings"
                    : Units.duration(Duration.between(
                            record.startedAt(), record.finishedAt().get()));
            return "the run took " + took + "; " + estimate + ".";
        }
        String state = record.state() == RunState.RUNNING ? "not ended, " : "";
        return state + estimate
                + remaining()
                        .map(r -> "; about " + Units.duration(r) + " of forks remain, from this run's own times")
                        .orElse("")
                + ".";
    }

    private Duration worked() {
        Duration all = Duration.ZERO;
        for (int i = 0; i < sittings.size(); i++) {
            Instant begin = sittings.get(i).startedAt();
            Instant end = sittings.get(i).finishedAt().orElse(lastSign(i));
            all = all.plus(end.isAfter(begin) ? Duration.between(begin, end) : Duration.ZERO);
        }
        return all;
    }

    /** The end of the last fork of a sitting that was killed. */
    private Instant lastSign(int index) {
        int from = sittings.get(index).firstAttempt();
        int to = index + 1 < sittings.size() ? sittings.get(index + 1).firstAttempt() : Integer.MAX_VALUE;
        return run.stored().forks().stream()
                .filter(f -> f.attempt() >= from && f.attempt() < to)
                .map(SittingWords::end)
                .max(Comparator.naturalOrder())
                .orElse(sittings.get(index).startedAt());
    }

    private static Instant end(ForkRecord fork) {
        return fork.startedAt().plusNanos(fork.process().map(p -> p.wallNanos()).orElse(0L));
    }

    /** How long the missing forks will take, from those that ended. */
    private Optional<Duration> remaining() {
        double seconds = 0;
        for (CellAnalysis cell : run.cells()) {
            long missing =
                    cell.slots().stream().filter(s -> s.outcome().isMissing()).count();
            double[] lives = run.attempts(cell.planned()).stream()
                    .flatMap(a -> a.process().stream())
                    .mapToDouble(p -> p.wallNanos() / 1e9)
                    .toArray();
            if (missing > 0 && lives.length == 0) {
                return Optional.empty();
            }
            seconds += missing == 0 ? 0 : missing * Median.of(lives);
        }
        return seconds > 0 ? Optional.of(Duration.ofMillis(Math.round(seconds * 1000))) : Optional.empty();
    }
}
