// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.analysis.Verdict;
import dev.runmatrix.reports.diagnosis.Confidence;
import dev.runmatrix.reports.diagnosis.Finding;
import dev.runmatrix.reports.diagnosis.RuleId;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Says why the current configuration is as it is, and what a change of it gives and costs. */
final class AnswerDetails {

    private final Scope scope;
    private final RunAnalysis run;

    AnswerDetails(Scope scope) {
        this.scope = scope;
        this.run = scope.run();
    }

    /**
     * The sentences below the answer.
     *
     * @param winner the cell to change to; empty where nothing should be changed
     * @param fastest the fastest cell that might be recommended
     */
    List<Text> build(Optional<CellAnalysis> winner, Optional<CellAnalysis> fastest) {
        List<Text> details = new ArrayList<>();
        run.reference()
                .filter(c -> !run.standings().ranked().isEmpty())
                .ifPresent(current -> addAgainst(current, winner, fastest, details));
        DecisionInWords.front(scope).map(Text::of).ifPresent(details::add);
        return details;
    }

    private void addAgainst(
            CellAnalysis current, Optional<CellAnalysis> winner, Optional<CellAnalysis> fastest, List<Text> details) {
        if (!current.isRanked()) {
            details.add(Text.of(
                    "The current configuration (" + current.name() + ") has no rank: " + Wording.state(current) + "."));
            return;
        }
        details.add(current(current));
        winner.ifPresent(w -> run.comparison(w).ifPresent(g -> details.add(gained(w, g, current))));
        winner.flatMap(w -> fastest.filter(f -> !f.name().equals(w.name())).map(f -> passedOver(f, w, current)))
                .ifPresent(details::add);
        winner.flatMap(w -> smaller(w, current)).ifPresent(details::add);
    }

    private Text current(CellAnalysis current) {
        Optional<Finding> finding = finding(current);
        Optional<Finding> serial = finding.filter(found -> found.rule() == RuleId.C1);
        double granted = scope.grantedCores();
        Text text = Text.of("The current configuration (" + current.name() + ") requests "
                + Units.counted(current.planned().requestedWorkers(), "worker", "workers")
                + (serial.isPresent() ? " but used " : " and used ")
                + Units.cores(current.ranked().shown().cores()) + " of " + Units.grantedCores(granted) + " granted "
                + (granted == 1 ? "core" : "cores"));
        if (serial.isPresent()) {
            text = text.plain(isConfirmed(serial.get()) ? " because " : ", likely because ")
                    .code(CellLabels.PARALLEL_CHUNKS)
                    .plain(" is ")
                    .code("false");
        }
        Text sentence = text.plain(".");
        return finding.filter(found -> serial.isEmpty())
                .map(found -> sentence.plain(" " + found.title() + ". ").plus(cause(found)))
                .orElse(sentence);
    }

    /** The first finding about the cell that is about what was measured, not about the measurement. */
    private Optional<Finding> finding(CellAnalysis cell) {
        return scope.diagnosis().about(cell.name()).stream()
                .filter(found -> found.isAllegation() && !found.rule().isNoise())
                .findFirst();
    }

    private static boolean isConfirmed(Finding finding) {
        return finding.confidence() == Confidence.CONFIRMED;
    }

    /** What is not confirmed does not read as if it were. */
    private static Text cause(Finding finding) {
        return switch (finding.confidence()) {
            case CONFIRMED -> Text.of("Confirmed cause: ").plus(finding.cause());
            case LIKELY -> Text.of("Likely cause: ").plus(finding.cause());
            case UNKNOWN, DATA_QUALITY -> Text.of("No cause established.");
        };
    }

    private Text gained(CellAnalysis winner, Comparison gain, CellAnalysis current) {
        String interval = gain.ratio()
                .interval()
                .map(Interval::reciprocal)
                .map(i -> " " + Units.brackets(Units.ratioRange(i)))
                .orElse("");
        Text text = Text.of("The recommended one (" + winner.name() + ") used "
                + Units.cores(winner.ranked().shown().cores()) + " and is "
                + Units.speedUp(gain.timesAsFast()) + " times as fast" + interval + ".");
        if (gain.verdict() == Verdict.TOO_FEW_FORKS) {
            text = text.plain(" Too few forks for a verdict: it needs " + Comparison.FORKS_FOR_VERDICT + " of both.");
        }
        return text.plain(" " + memorySentence(winner, current));
    }

    private String memorySentence(CellAnalysis winner, CellAnalysis current) {
        long more = winner.rankedRssBytes() - current.rankedRssBytes();
        String amount = scope.memory().number(Math.abs(more));
        String change = amount.equals(scope.memory().number(0))
                ? "the same"
                : scope.memory().withUnit(Math.abs(more)) + (more < 0 ? " lower" : " higher");
        String room = scope.budget()
                .rssBytes()
                .map(b -> " and " + scope.memory().withUnit(b - winner.rankedRssBytes()) + " below the budget of "
                        + scope.memory().limit(b))
                .orElse("");
        return "Its peak memory is " + change + room + ".";
    }

    /** Why a cell that was faster still in this run is not the recommendation. */
    private Text passedOver(CellAnalysis fastest, CellAnalysis winner, CellAnalysis current) {
        boolean shown = run.comparison(fastest)
                .filter(gain -> gain.verdict() == Verdict.FASTER || gain.isClearlyFaster())
                .isPresent();
        if (!shown && !fastest.name().equals(current.name())) {
            return Text.of(fastest.name() + " took "
                    + Units.secondsWithUnit(fastest.ranked().shown().wallSeconds())
                    + ", but this run does not show that it is faster than the current configuration.");
        }
        return Text.of("Of the cells that this run does not tell apart in wall time, " + winner.name()
                + " needs the fewest changes; the fastest of them, " + fastest.name() + ", took "
                + Units.secondsWithUnit(fastest.ranked().shown().wallSeconds()) + ".");
    }

    /** A cell with fewer changes that is faster than the current one too, and not told apart from the winner. */
    private Optional<Text> smaller(CellAnalysis winner, CellAnalysis current) {
        int changes = changes(current, winner);
        return Standings.tiedWith(winner, run.standings().fitting()).stream()
                .filter(c -> changes(current, c) > 0 && changes(current, c) < changes)
                .filter(c -> run.comparison(c)
                        .filter(g -> g.verdict() == Verdict.FASTER)
                        .isPresent())
                .min(Comparator.comparingInt(c -> changes(current, c)))
                .map(c -> new Change(Optional.of(current), Optional.of(c))
                        .named(Text.of("About as fast with fewer changes: "))
                        .plain((changes(current, c) == 1 ? " alone" : "") + " (" + c.name() + ") takes "
                                + Units.secondsWithUnit(c.ranked().shown().wallSeconds()) + " in "
                                + scope.memory().withUnit(c.rankedRssBytes()) + "."));
    }

    private static int changes(CellAnalysis from, CellAnalysis to) {
        return new Change(Optional.of(from), Optional.of(to)).count();
    }
}
