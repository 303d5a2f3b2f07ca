// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkNoise;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.Noise;
import dev.runmatrix.reports.analysis.RepeatedFork;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists attempts one by one. */
final class ForkRowsBuilder {

    private static final int MOST_ROWS = 1500;
    private static final Pattern PATH_INSIDE =
            Pattern.compile("(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private final RunAnalysis run;
    private final boolean besideRun;
    private final Set<Integer> replaced;

    ForkRowsBuilder(RunAnalysis run, boolean besideRun) {
        this.run = run;
        this.besideRun = besideRun;
        this.replaced = run.ledger().repeats().stream()
                .map(RepeatedFork::replaced)
                .flatMap(List::stream)
                .map(ForkRecord::attempt)
                .collect(Collectors.toSet());
    }

    ForkRows build() {
        int counted =
                (int) run.stored().forks().stream().filter(f -> !f.isWarmup()).count();
        boolean all = counted <= MOST_ROWS;
        Map<String, List<ForkRecord>> byCell =
                run.stored().forks().stream().collect(Collectors.groupingBy(ForkRecord::cell));
        List<ForkRows.Row> rows = new ArrayList<>();
        for (CellAnalysis cell : run.cells()) {
            byCell.getOrDefault(cell.name(), List.of()).stream()
                    .filter(f -> !f.isWarmup())
                    .filter(f -> all || Noise.outcome(f) != ForkOutcome.CLEAN || replaced.contains(f.attempt()))
                    .sorted(Comparator.comparing(ForkRecord::twin)
                            .thenComparing(ForkRecord::fork)
                            .thenComparing(ForkRecord::attempt))
                    .forEach(f -> rows.add(row(cell, f)));
        }
        List<ForkRows.Row> shown = rows.stream().limit(MOST_ROWS).toList();
        int omitted = counted - shown.size();
        return new ForkRows(
                shown,
                omitted == 0
                        ? ""
                        : Units.counted(omitted, "further fork stands", "further forks stand") + " in forks.jsonl.");
    }

    private ForkRows.Row row(CellAnalysis cell, ForkRecord fork) {
        Optional<ForkNoise> noise = run.noise(cell, fork);
        Optional<NoiseEvidence> seen = fork.noise();
        Optional<String> log = fork.log().or(() -> fork.failure().flatMap(Failure::log));
        return new ForkRows.Row(
                fork.cell() + " fork " + fork.fork() + (fork.twin() ? " of the twin" : ""),
                fork.cell(),
                outcome(fork),
                run.clock().wallSeconds(fork).map(Units::seconds).orElse(Units.DASH),
                seen.map(n -> Units.cores(n.foreignCores())).orElse(Units.DASH),
                percent(seen.flatMap(NoiseEvidence::stealFraction)),
                percent(noise.flatMap(ForkNoise::runQueue)),
                noise.flatMap(ForkNoise::throttled).map(Units::cores).orElse(Units.DASH),
                Stream.of(
                                noise.flatMap(ForkNoise::cpuPressure),
                                noise.flatMap(ForkNoise::memoryPressure),
                                noise.flatMap(ForkNoise::ioPressure))
                        .map(ForkRowsBuilder::percent)
                        .collect(Collectors.joining(" / ")),
                count(seen.flatMap(NoiseEvidence::majorFaults)) + " / "
                        + count(seen.flatMap(NoiseEvidence::minorFaults)),
                count(seen.flatMap(NoiseEvidence::involuntarySwitches)),
                noise.flatMap(ForkNoise::pageCache).map(NoiseBuilder::word).orElse(Units.DASH),
                log.orElse(""),
                besideRun && log.filter(l -> PATH_INSIDE.matcher(l).matches()).isPresent());
    }

    private Tag outcome(ForkRecord fork) {
        ForkOutcome outcome = Noise.outcome(fork);
        String kind = fork.failure()
                .map(Failure::kind)
                .map(k -> ": " + Wording.failure(k))
                .filter(k -> outcome == ForkOutcome.FAILED)
                .orElse("");
        String word = Wording.outcome(outcome) + kind + (replaced.contains(fork.attempt()) ? ", repeated" : "");
        return new Tag(
                word,
                switch (outcome) {
                    case CLEAN -> Tag.Tone.GOOD;
                    case CONTAMINATED -> Tag.Tone.DOUBTFUL;
                    case FAILED, TIMED_OUT, WRONG_OUTPUT -> Tag.Tone.BAD;
                    case SKIPPED, NOT_RUN -> Tag.Tone.QUIET;
                });
    }

    private static String percent(Optional<Double> share) {
        return share.map(NoiseRange::percent).orElse(Units.DASH);
    }

    private static String count(Optional<Long> events) {
        return events.map(Units::count).orElse(Units.DASH);
    }
}
