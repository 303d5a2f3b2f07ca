// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Screened;
import dev.runmatrix.harness.statistics.Suspicion;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Difference;
import dev.runmatrix.reports.comparison.MetricComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** How much a metric grew since another sitting: enough to keep a rule, and never to break it. */
final class ScreenedIncreases {

    private static final String CONFIRM = "; './run-matrix ab' with both builds in one sitting decides";

    private final RunComparison compared;
    private final GateRule rule;
    private final Metric metric;
    private final String base;

    ScreenedIncreases(RunComparison compared, GateRule rule, Metric metric, Optional<String> baseline) {
        this.compared = compared;
        this.rule = rule;
        this.metric = metric;
        this.base = baseline.map(name -> "the baseline '" + name + "'")
                .orElse("run " + compared.base().id());
    }

    Judged of(GatedCell cell) {
        if (!compared.comparability().isComparable()) {
            return Judged.notMeasured("this run is not comparable with " + base + ": "
                    + compared.comparability().differences().stream()
                            .map(ScreenedIncreases::words)
                            .collect(Collectors.joining("; "))
                    + "; save a baseline of runs like this one");
        }
        return compared.cells().stream()
                .filter(c -> c.id().equals(cell.planned().cell().id()))
                .findFirst()
                .map(this::judge)
                .orElseGet(() -> Judged.notMeasured(
                        base + " lacks this cell; save a new one that has it, with './run-matrix baseline save'"));
    }

    private static String words(Difference difference) {
        return difference.what() + " " + difference.base() + " there, " + difference.candidate() + " here";
    }

    private Judged judge(ComparedCell cell) {
        if (cell.base().isBroken()) {
            return Judged.notMeasured(
                    "in " + base + " some fork of it failed or wrote a wrong output; save a good one");
        }
        return cell.metric(metric)
                .map(this::judge)
                .orElseGet(() -> Judged.notMeasured("no clean fork tells its " + metric.key() + " both here and in "
                        + base + "; measure again when the machine is idle"));
    }

    private Judged judge(MetricComparison found) {
        Screened screened = found.screened();
        String seen = seen(found);
        if (!screened.isScreened()) {
            return judged(
                    GateOutcome.INCONCLUSIVE,
                    found,
                    seen + ": too few clean forks, it takes " + Screened.LEAST_FORKS + " of each");
        }
        if (isWithin(screened)) {
            return judged(GateOutcome.PASS, found, seen + ": the bound is kept, whatever sittings differ by");
        }
        if (compared.comparability().sameProgram()) {
            return judged(
                    GateOutcome.INCONCLUSIVE,
                    found,
                    seen + ": but it is the same build with the same settings, so this is what sittings differ by");
        }
        return screened.suspicion(rule.limit()) == Suspicion.SLOWER
                ? judged(GateOutcome.INCONCLUSIVE, found, seen + ": only another sitting speaks against it" + CONFIRM)
                : unsuspected(found, seen);
    }

    private Judged unsuspected(MetricComparison found, String seen) {
        OptionalDouble smallest = found.smallestChange();
        if (smallest.isPresent() && smallest.getAsDouble() <= rule.limit()) {
            return judged(
                    GateOutcome.PASS,
                    found,
                    seen + ": nothing suspicious, and a growth of " + GateNumbers.percent(smallest.getAsDouble())
                            + " would have been seen");
        }
        String blind = smallest.isPresent()
                ? ", but a growth below " + GateNumbers.percent(smallest.getAsDouble())
                        + " would not be seen against another sitting"
                : ", but how small a growth would be seen is not known";
        return judged(GateOutcome.INCONCLUSIVE, found, seen + ": nothing suspicious" + blind + CONFIRM);
    }

    /** With what sittings differ by in it; growth alone is bounded. */
    private boolean isWithin(Screened screened) {
        return screened.evidence()
                .equivalence()
                .map(i -> screened.drift().widen(screened.ratio(), i))
                .filter(i -> i.high() <= 1 + rule.limit())
                .isPresent();
    }

    private String seen(MetricComparison found) {
        return rule.metric().key() + " " + GateNumbers.growth(found.ratio() - 1) + " from "
                + GateNumbers.amount(rule.metric(), found.baseMedian()) + " in " + base + " to "
                + GateNumbers.amount(rule.metric(), found.candidateMedian())
                + interval(found)
                        .map(i -> ", 95 % interval with what sittings differ by " + GateNumbers.interval(rule, i))
                        .orElse("")
                + ", where at most " + GateNumbers.percent(rule.limit()) + " is allowed";
    }

    private static Judged judged(GateOutcome outcome, MetricComparison found, String reason) {
        return new Judged(outcome, Optional.of(found.ratio() - 1), interval(found), reason);
    }

    private static Optional<Interval> interval(MetricComparison found) {
        return found.interval().map(i -> new Interval(i.low() - 1, i.high() - 1, i.coverage()));
    }
}
