// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.analysis.Verdict;
import dev.runmatrix.reports.chart.BarChart;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decides what to recommend and says so. */
final class AnswerBuilder {

    private final Scope scope;
    private final RunAnalysis run;
    private final Optional<CellAnalysis> reference;
    private final Optional<CellAnalysis> fastest;
    private final List<CellAnalysis> faster;
    private final Optional<CellAnalysis> best;

    AnswerBuilder(Scope scope) {
        this.scope = scope;
        this.run = scope.run();
        this.reference = run.reference();
        this.fastest = run.standings().fastestFitting();
        this.faster = faster();
        this.best = isKeep() ? fastest : winner().map(this::fewestChanges);
    }

    Answer build() {
        Change change = new Change(reference, recommended());
        return new Answer(
                sentence(change),
                new AnswerDetails(scope).build(isKeep() ? Optional.empty() : best, fastest),
                bars(),
                change.lines(),
                change.yaml(),
                new TimesInWords(run).told().map(Text::of).orElse(Text.empty()),
                recommended().map(this::validity).orElse(Text.empty()),
                new TileBuilder(scope, recommended()).build(),
                recommended().map(CellAnalysis::name).orElse(""));
    }

    /** The fastest cell, or where the current one would do as well the fastest that is shown to be faster than that. */
    private Optional<CellAnalysis> winner() {
        return isCurrentFit() ? faster.stream().findFirst() : fastest;
    }

    /** The cell to use: the fastest that fits, unless the reference fits as well and is not slower. */
    private Optional<CellAnalysis> recommended() {
        return isKeep() ? reference : best;
    }

    /**
     * Of the cells that this run does not tell apart from the fastest, the one with the fewest changes: which of them
     * happened to be the fastest may differ from run to run.
     */
    private CellAnalysis fewestChanges(CellAnalysis winner) {
        return Standings.asFastAs(winner, run.standings().fitting()).stream()
                .filter(c -> c.name().equals(winner.name())
                        || run.comparison(c)
                                .filter(g -> g.verdict() == Verdict.FASTER)
                                .isPresent())
                .min(Comparator.comparingInt((CellAnalysis c) -> new Change(reference, Optional.of(c)).count())
                        .thenComparingDouble(AnswerBuilder::wall))
                .orElse(winner);
    }

    /** Whether the current cell counts, keeps the budget, and no other one that does is shown to be faster. */
    private boolean isKeep() {
        return isCurrentFit() && !fastest.isEmpty() && faster.isEmpty();
    }

    /** Whether some cell may be faster than the current one for all that this run can tell. */
    private boolean isUntold() {
        return run.standings().fitting().stream()
                .flatMap(c -> run.comparison(c).stream())
                .anyMatch(gain -> gain.verdict() == Verdict.CANNOT_TELL || gain.verdict() == Verdict.TOO_FEW_FORKS);
    }

    private boolean isCurrentFit() {
        return reference
                .filter(CellAnalysis::isRanked)
                .filter(c -> Standings.fits(c, scope.budget()))
                .isPresent();
    }

    /** Cells that may be recommended and are shown to be faster than the current one in practice, by rising wall time. */
    private List<CellAnalysis> faster() {
        return run.standings().fitting().stream().filter(this::isFaster).toList();
    }

    private boolean isFaster(CellAnalysis cell) {
        return run.comparison(cell)
                .filter(gain -> gain.verdict() == Verdict.FASTER
                        || (gain.verdict() == Verdict.TOO_FEW_FORKS && gain.isClearlyFaster()))
                .isPresent();
    }

    private Text sentence(Change change) {
        if (run.standings().ranked().isEmpty()) {
            return withoutRank();
        }
        String within = scope.conditions();
        if (best.isEmpty()) {
            return Text.of("No ranked cell fits " + scope.budgetWords() + ". "
                    + run.standings()
                            .smallest()
                            .map(c -> "The smallest is " + c.name() + ": "
                                    + Units.secondsWithUnit(wall(c)) + " in "
                                    + scope.memory().withUnit(c.rankedRssBytes()) + ".")
                            .orElse(""));
        }
        CellAnalysis winner = best.get();
        if (isKeep()) {
            return Text.of("Keep the current configuration: no ranked cell is " + (isUntold() ? "shown to be " : "")
                    + "faster" + within + " by more than 5"
                    + Units.SPACE + "% of its wall time.");
        }
        String cost = Units.secondsWithUnit(wall(winner));
        String memory = scope.memory().withUnit(winner.rankedRssBytes());
        if (reference.filter(CellAnalysis::isRanked).isPresent() && !change.isEmpty()) {
            CellAnalysis current = reference.get();
            return change.imperative()
                    .plain(" " + subject(winner, current) + " then takes " + cost + " instead of "
                            + Units.secondsWithUnit(wall(current)) + ", in " + memory + sameOutput(winner) + ".");
        }
        String praise = run.standings().ranked().size() == 1 ? " is the one cell with a rank" : " is the fastest";
        return Text.of(winner.name() + praise + within + ": " + Wording.mode(scope.label(winner)) + " takes " + cost
                + " in " + memory + ".");
    }

    private Text withoutRank() {
        List<CellAnalysis> cells = run.mainCells();
        if (cells.stream().anyMatch(c -> c.state() == CellState.CONTAMINATED)) {
            return Text.of("Cannot tell: the machine was too busy to compare times.")
                    .plain(cheapestSeen(cells));
        }
        if (cells.stream().anyMatch(CellAnalysis::lacksMemory)) {
            return Text.of("No ranking: a rank needs memory as well as time, and of no cell was both seen in 4 forks.");
        }
        if (cells.stream().anyMatch(c -> c.state() == CellState.FEW_FORKS)) {
            int most = cells.stream()
                    .flatMap(c -> c.numbers().stream())
                    .mapToInt(n -> n.n())
                    .max()
                    .orElse(0);
            return Text.of("No ranking: cells have " + Units.counted(most, "fork", "forks")
                    + " at most, and a rank needs 4. This run shows what works, not what is fastest.");
        }
        return Text.of("No answer: no cell has a result that counts.");
    }

    private String cheapestSeen(List<CellAnalysis> cells) {
        List<CellAnalysis> disturbed =
                cells.stream().filter(c -> c.state() == CellState.CONTAMINATED).toList();
        // Where one used less than can be measured, nobody knows which used least.
        if (disturbed.stream().anyMatch(c -> cpu(c) <= 0)) {
            return "";
        }
        return disturbed.stream()
                .min((a, b) -> Double.compare(cpu(a), cpu(b)))
                .map(c -> " By CPU time, which other load disturbs less, " + c.name() + " needs least: "
                        + Units.coreSeconds(cpu(c)) + ".")
                .orElse("");
    }

    private String subject(CellAnalysis winner, CellAnalysis current) {
        Optional<String> mode = winner.planned().cell().get(CellLabels.MODE);
        boolean same = mode.equals(current.planned().cell().get(CellLabels.MODE));
        return mode.filter(m -> same)
                .map(m -> m.equals("in-memory") ? "In\u2011memory aggregation" : Wording.capitalised(Wording.mode(m)))
                .orElse("The aggregation");
    }

    private String sameOutput(CellAnalysis winner) {
        boolean same = OutputWords.isSame(winner)
                && reference.filter(OutputWords::isSame).isPresent();
        return same ? ", with the same output" : "";
    }

    private Optional<Figure> bars() {
        Optional<CellAnalysis> winner = recommended();
        if (winner.isEmpty() || reference.filter(CellAnalysis::isRanked).isEmpty() || isKeep()) {
            return Optional.empty();
        }
        CellAnalysis current = reference.get();
        String label = current.name() + " takes " + Units.secondsWithUnit(wall(current)) + ", "
                + winner.get().name() + " " + Units.secondsWithUnit(wall(winner.get()));
        return Optional.of(BarChart.draw(new BarChart.Input(
                label, List.of(bar("current ", current, false), bar("proposed ", winner.get(), true)))));
    }

    private BarChart.Bar bar(String role, CellAnalysis cell, boolean emphasised) {
        Interval range = cell.ranked().wallRange();
        return new BarChart.Bar(
                cell.name(),
                scope.tip(cell),
                role + cell.name(),
                scope.family(cell),
                Optional.of(wall(cell)),
                Units.secondsWithUnit(wall(cell)) + " \u00b7 " + scope.memory().withUnit(cell.rankedRssBytes()),
                Optional.of(new Range(range.low(), range.high())),
                emphasised);
    }

    private Text validity(CellAnalysis winner) {
        Text text = Text.of("Valid for ");
        text = run.mainFacts()
                .map(d -> Text.of("Valid for input ").code(d.name()))
                .orElse(text.plain("this input"));
        return text.plain(", this class of machine and build ")
                .code(Units.shortDigest(run.run().environment().buildDigest()))
                .plain(". Measured in " + winner.ranked().n() + " of "
                        + Units.counted(winner.slots().size(), "fork", "forks") + "; not extrapolated."
                        + (winner.isUnchecked() ? " Its output was not checked." : "") + moreWorkers());
    }

    /** Workers that the machine has no cores for say nothing about a machine that has them. */
    private String moreWorkers() {
        double granted = scope.grantedCores();
        boolean beyond = run.mainCells().stream()
                .filter(c -> !CellLabels.isSerial(c.planned()))
                .anyMatch(c -> c.planned().requestedWorkers() > granted);
        return beyond
                ? " Cells with more workers than the " + Units.grantedCores(granted) + " granted "
                        + (granted == 1 ? "core" : "cores") + " do not tell how a larger machine does."
                : "";
    }

    private static double wall(CellAnalysis cell) {
        return cell.ranked().shown().wallSeconds();
    }

    private static double cpu(CellAnalysis cell) {
        return cell.numbers().map(n -> n.shown().cpuSeconds()).orElse(Double.MAX_VALUE);
    }
}
