// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static dev.runmatrix.reports.summary.SummaryTable.Column.number;
import static dev.runmatrix.reports.summary.SummaryTable.Column.text;

import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.comparison.MetricComparison;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import dev.runmatrix.reports.summary.Conclusion;
import dev.runmatrix.reports.summary.SummaryTable;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The tables of a page for a pull request: what does not pass, what changed, and what broke. */
final class ConclusionSummary {

    private static final int VERDICT_CHARACTERS = 500;
    private static final int VALUE_CHARACTERS = 240;

    /** The gravest first. */
    private static final List<GateOutcome> SHOWN =
            List.of(GateOutcome.FAIL, GateOutcome.NOT_MEASURED, GateOutcome.INCONCLUSIVE, GateOutcome.ACCEPTED);

    private final Concluded concluded;
    private final List<CellOutcome> cells;

    private ConclusionSummary(Concluded concluded, List<CellOutcome> cells) {
        this.concluded = concluded;
        this.cells = cells;
    }

    /** What the page begins with; absent for a run of which nothing was to be judged. */
    static Optional<Conclusion> of(Concluded concluded, List<CellOutcome> cells) {
        boolean judged = concluded.gate().isPresent()
                || concluded.builds().isPresent()
                || concluded.compared().isPresent()
                || concluded.claims().filter(ClaimReport::isGate).isPresent();
        return judged ? Optional.of(new ConclusionSummary(concluded, cells).conclusion()) : Optional.empty();
    }

    private Conclusion conclusion() {
        ConclusionWords words = new ConclusionWords(concluded, cells);
        List<SummaryTable> tables = new ArrayList<>();
        tables.add(broken());
        concluded.gate().ifPresent(gate -> tables.add(rules(gate)));
        concluded.builds().ifPresent(builds -> tables.add(verdicts(builds)));
        concluded
                .compared()
                .filter(compared -> !compared.isRefused() && concluded.builds().isEmpty())
                .ifPresent(compared -> tables.add(findings(compared)));
        return new Conclusion(
                words.isAlarm(),
                Text.of(cut(words.verdict(), VERDICT_CHARACTERS)),
                tables,
                new ConclusionNotes(concluded)
                        .sentences().stream().map(ConclusionSummary::plain).toList());
    }

    private SummaryTable broken() {
        return new SummaryTable(
                List.of(text("Cell"), text("Configuration"), text("Broken")),
                cells.stream()
                        .filter(CellOutcome::isBroken)
                        .map(cell -> List.of(plain(cell.name()), code(cell.setting()), plain(cell.sentence())))
                        .toList());
    }

    private static SummaryTable rules(GateReport gate) {
        return new SummaryTable(
                List.of(text("Gate"), text("Cell"), text("Configuration"), text("Rule"), text("Found")),
                gate.results().stream()
                        .filter(result -> SHOWN.contains(result.outcome()))
                        .sorted(Comparator.comparingInt(result -> SHOWN.indexOf(result.outcome())))
                        .map(ConclusionSummary::row)
                        .toList());
    }

    private static List<Text> row(GateResult result) {
        String word = word(result.outcome());
        String found = result.finding()
                + result.accepted().map(who -> " Accepted: " + who).orElse("");
        return List.of(
                result.outcome() == GateOutcome.FAIL ? Text.empty().strong(word) : Text.of(word),
                plain(result.cell().name()),
                code(result.cellText()),
                plain(result.ruleText()),
                plain(found));
    }

    private static String word(GateOutcome outcome) {
        return switch (outcome) {
            case PASS -> "pass";
            case FAIL -> "FAIL";
            case ACCEPTED -> "accepted";
            case INCONCLUSIVE -> "cannot tell";
            case NOT_MEASURED -> "not measured";
        };
    }

    /** What changed; of a run that confirms suspicions, also what did not. */
    private SummaryTable verdicts(BuildComparison builds) {
        boolean confirms = !builds.run().id().equals(concluded.stored().run().id());
        List<List<Text>> rows = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            if (confirms || verdict == Verdict.SLOWER || verdict == Verdict.FASTER) {
                builds.pairs()
                        .forEach(pair -> pair.metrics().stream()
                                .filter(metric -> metric.verdict() == verdict)
                                .forEach(metric -> rows.add(row(pair, metric))));
            }
        }
        return new SummaryTable(
                List.of(
                        text("Verdict"),
                        text("Configuration"),
                        text("Metric"),
                        number("Base"),
                        number("Head"),
                        number("Ratio"),
                        text("95 % interval")),
                rows);
    }

    private static List<Text> row(JudgedPair pair, JudgedMetric metric) {
        String word = TurnNumbers.word(metric);
        return List.of(
                metric.verdict() == Verdict.SLOWER ? Text.empty().strong(word) : Text.of(word),
                code(BuildWords.setting(pair)),
                plain(ComparisonNumbers.word(metric.metric())),
                plain(ComparisonNumbers.amount(metric.metric(), metric.baseMedian())),
                plain(ComparisonNumbers.amount(metric.metric(), metric.headMedian())),
                plain(TurnNumbers.ratio(metric)),
                plain(TurnNumbers.interval(metric)));
    }

    private static SummaryTable findings(Compared compared) {
        List<List<Text>> rows = new ArrayList<>();
        for (ComparedCell cell : compared.comparison().cells()) {
            cell.metrics().stream()
                    .filter(metric -> metric.finding() == Finding.SUSPECT || metric.finding() == Finding.FASTER)
                    .forEach(metric -> rows.add(row(cell, metric)));
        }
        return new SummaryTable(
                List.of(
                        text("Finding"),
                        text("Cell"),
                        text("Configuration"),
                        text("Metric"),
                        number("A"),
                        number("B"),
                        number("Ratio"),
                        text("95 % interval")),
                rows);
    }

    private static List<Text> row(ComparedCell cell, MetricComparison metric) {
        String word = ComparisonNumbers.word(metric);
        return List.of(
                metric.finding() == Finding.SUSPECT ? Text.empty().strong(word) : Text.of(word),
                plain(cell.name()),
                code(CellOutcome.setting(cell.planned())),
                plain(ComparisonNumbers.word(metric.metric())),
                plain(ComparisonNumbers.amount(metric.metric(), metric.baseMedian())),
                plain(ComparisonNumbers.amount(metric.metric(), metric.candidateMedian())),
                plain(ComparisonNumbers.ratio(metric)),
                plain(ComparisonNumbers.interval(metric)));
    }

    private static Text plain(String value) {
        return Text.of(cut(value, VALUE_CHARACTERS));
    }

    private static Text code(String value) {
        return Text.empty().code(cut(value, VALUE_CHARACTERS));
    }

    private static String cut(String value, int most) {
        return value.length() > most ? value.substring(0, most - 1) + "…" : value;
    }
}
