// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.OutputSummary;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.chart.ForkSquares;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says whether the run is complete and clean. */
final class StatusBuilder {

    private final Scope scope;
    private final RunAnalysis run;
    private final ForkLedger ledger;

    StatusBuilder(Scope scope) {
        this.scope = scope;
        this.run = scope.run();
        this.ledger = run.ledger();
    }

    Status build() {
        return new Status(squares(), sum(), counts(), statements());
    }

    private Figure squares() {
        return ForkSquares.draw(
                "Forks of every cell: " + sum(),
                run.cells().stream()
                        .map(c -> new ForkSquares.CellForks(
                                c.name(),
                                scope.tip(c),
                                c.slots().stream().map(s -> square(s.outcome())).toList()))
                        .toList());
    }

    private static ForkSquares.State square(ForkOutcome outcome) {
        return switch (outcome) {
            case CLEAN -> ForkSquares.State.CLEAN;
            case CONTAMINATED -> ForkSquares.State.CONTAMINATED;
            case NOT_RUN -> ForkSquares.State.NOT_RUN;
            case FAILED, TIMED_OUT, WRONG_OUTPUT -> ForkSquares.State.FAILED;
        };
    }

    static String words(ForkOutcome outcome) {
        return switch (outcome) {
            case CLEAN -> "clean";
            case CONTAMINATED -> "contaminated";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed out";
            case WRONG_OUTPUT -> "wrong output";
            case NOT_RUN -> "not run";
        };
    }

    private static String cssClass(ForkOutcome outcome) {
        return switch (square(outcome)) {
            case CLEAN -> "clean";
            case FAILED -> "failed";
            case CONTAMINATED -> "contaminated";
            case NOT_RUN -> "not-run";
        };
    }

    private List<ForkOutcome> occurring() {
        return Arrays.stream(ForkOutcome.values())
                .filter(o -> ledger.count(o) > 0)
                .toList();
    }

    private List<Status.Count> counts() {
        return occurring().stream()
                .map(o -> new Status.Count(words(o), cssClass(o), Units.count(ledger.count(o))))
                .toList();
    }

    private String sum() {
        String parts = occurring().stream()
                .map(o -> Units.count(ledger.count(o)) + " " + words(o))
                .collect(Collectors.joining(" + "));
        String beyond = ledger.beyondPlan() > 0 ? " + " + Units.count(ledger.beyondPlan()) + " beyond the plan" : "";
        return Units.count(ledger.planned()) + " planned" + beyond + " = " + parts;
    }

    private List<KeyValue> statements() {
        List<KeyValue> all = new ArrayList<>();
        all.add(new KeyValue("Forks", forks()));
        all.add(new KeyValue("Cells", cells()));
        all.add(new KeyValue("Output", Text.of(outputs())));
        all.add(new KeyValue("Noise", Text.of(noise())));
        all.add(new KeyValue("Time", Text.of(time())));
        run.run().exitCode().ifPresent(code -> all.add(new KeyValue("Exit code", Text.of(exit(code)))));
        return all;
    }

    private Text forks() {
        List<String> beside = new ArrayList<>();
        if (ledger.warmups() > 0) {
            beside.add(Units.counted(ledger.warmups(), "warm-up fork", "warm-up forks"));
        }
        if (ledger.repeated() > 0) {
            beside.add(Units.counted(ledger.repeated(), "repeated attempt", "repeated attempts"));
        }
        String rest = beside.isEmpty() ? "." : "; " + Wording.list(beside) + " not counted.";
        return Text.of(sum() + rest);
    }

    private Text cells() {
        List<CellAnalysis> cells = run.cells();
        long ranked = cells.stream().filter(CellAnalysis::isRanked).count();
        String text = Units.count(ranked) + " of " + Units.count(cells.size()) + " ranked";
        String rest = Arrays.stream(CellState.values())
                .filter(s -> s != CellState.RANKED)
                .flatMap(s -> sameState(cells, s).stream())
                .collect(Collectors.joining("; "));
        return Text.of(text + (rest.isEmpty() ? "." : "; " + rest + "."));
    }

    /** {@code C04 out of memory}: cells of one state, named while they are few. */
    private List<String> sameState(List<CellAnalysis> cells, CellState state) {
        return cells.stream()
                .filter(c -> c.state() == state)
                .collect(Collectors.groupingBy(StatusBuilder::reason, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(e -> names(e.getValue()) + " " + e.getKey())
                .toList();
    }

    private static String reason(CellAnalysis cell) {
        return cell.state() == CellState.FEW_FORKS ? "with fewer than 4 forks" : Wording.state(cell);
    }

    private static String names(List<CellAnalysis> cells) {
        int most = 8;
        return cells.size() > most
                ? Units.count(cells.size()) + " cells"
                : Wording.list(cells.stream().map(CellAnalysis::name).toList());
    }

    private String outputs() {
        OutputSummary outputs = run.outputs();
        if (outputs.finished() == 0) {
            return "no attempt finished.";
        }
        String text = Units.count(outputs.agreeing()) + " of "
                + Units.counted(outputs.finished(), "finished attempt", "finished attempts")
                + " gave the same output as the others on the same input";
        if (outputs.tolerated() > 0) {
            text += ", " + Units.count(outputs.tolerated()) + " of them within 1e\u22129";
        }
        if (outputs.manifestChecked() > 0) {
            text += "; " + Units.count(outputs.manifestChecked())
                    + " were also checked against the manifest of the dataset";
        }
        if (outputs.unchecked() > 0) {
            text += "; " + Units.count(outputs.unchecked()) + " were not checked";
        }
        return text + (outputs.wrong() > 0 ? "; " + Units.count(outputs.wrong()) + " are wrong." : ".");
    }

    private String noise() {
        List<NoiseEvidence> seen = run.stored().forks().stream()
                .filter(f -> !f.isWarmup())
                .flatMap(f -> f.noise().stream())
                .toList();
        String spread = spread().map(s -> " Forks of a cell typically differ by " + Units.percent(s)
                        + " of its median wall time, fastest to slowest.")
                .orElse("");
        if (seen.isEmpty()) {
            return "other load was not visible on this machine." + spread;
        }
        double[] foreign =
                seen.stream().mapToDouble(NoiseEvidence::foreignCores).toArray();
        return "other processes used " + Units.cores(Median.of(foreign)) + " cores during the median fork and "
                + Units.cores(Arrays.stream(foreign).max().orElse(0)) + " at most; a clean fork tolerates 0.15."
                + spread;
    }

    private Optional<Double> spread() {
        double[] widths = run.cells().stream()
                .filter(CellAnalysis::isRanked)
                .map(CellAnalysis::ranked)
                .mapToDouble(StatusBuilder::width)
                .toArray();
        return widths.length == 0 ? Optional.empty() : Optional.of(Median.of(widths));
    }

    private static double width(CellNumbers numbers) {
        return (numbers.wallRange().high() - numbers.wallRange().low())
                / numbers.shown().wallSeconds();
    }

    private String time() {
        RunRecord record = run.run();
        String planned = Units.duration(Duration.ofMillis(record.estimatedMillis())) + " were estimated for its forks";
        if (record.finishedAt().isPresent()) {
            Duration took =
                    Duration.between(record.startedAt(), record.finishedAt().get());
            return "the run took " + Units.duration(took) + "; " + planned + ".";
        }
        String state = record.state() == RunState.RUNNING ? "not ended, " : "";
        return state + planned
                + remaining()
                        .map(r -> "; about " + Units.duration(r) + " of forks remain, from this run's own times")
                        .orElse("")
                + ".";
    }

    /** How long the missing forks will take, from those that ended. */
    private Optional<Duration> remaining() {
        double seconds = 0;
        for (CellAnalysis cell : run.cells()) {
            int missing = cell.count(ForkOutcome.NOT_RUN);
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

    private static String exit(int code) {
        return switch (code) {
            case 0 -> "0, every cell gave a result and no output is wrong.";
            case 3 -> "3, some cell gave no result.";
            case 4 -> "4, some output is wrong.";
            case 129, 130, 143 -> code + ", interrupted.";
            default -> code + ".";
        };
    }
}
