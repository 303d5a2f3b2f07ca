// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.statistics.Confirmation;
import dev.runmatrix.harness.statistics.Confirmed;
import dev.runmatrix.harness.statistics.Evidence;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Judge;
import dev.runmatrix.harness.statistics.Judgement;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much a metric grew from one build to another, both measured in one sitting: what may break a rule. */
final class ConfirmedIncreases {

    private final BuildComparison builds;
    private final GateRule rule;
    private final Metric metric;
    private final Map<String, Confirmed> family;

    private ConfirmedIncreases(BuildComparison builds, GateRule rule, Metric metric, Map<String, Confirmed> family) {
        this.builds = builds;
        this.rule = rule;
        this.metric = metric;
        this.family = family;
    }

    /** Judges all cells of a rule by its own tolerance and confidence: they are the family of Holm's correction. */
    static ConfirmedIncreases of(BuildComparison builds, GateRule rule, Metric metric, List<GatedCell> cells) {
        Judge judge = Judge.at((1 - rule.confidence()) / 2);
        Map<String, Judgement> judged = new LinkedHashMap<>();
        for (GatedCell cell : cells) {
            pair(builds, cell)
                    .flatMap(pair -> pair.metric(metric))
                    .ifPresent(found -> judged.put(
                            cell.planned().name(),
                            judge.judge(values(found.head()), values(found.base()), rule.limit())));
        }
        return new ConfirmedIncreases(builds, rule, metric, rule.holm() ? Confirmation.of(judged) : alone(judged));
    }

    private static Map<String, Confirmed> alone(Map<String, Judgement> judged) {
        Map<String, Confirmed> confirmed = new LinkedHashMap<>();
        judged.forEach((cell, judgement) -> confirmed.put(
                cell,
                new Confirmed(
                        judgement.verdict(),
                        judgement,
                        Math.min(
                                judgement.evidence().pSlower(),
                                judgement.evidence().pFaster()))));
        return confirmed;
    }

    private static double[] values(List<Double> forks) {
        return forks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Optional<JudgedPair> pair(BuildComparison builds, GatedCell cell) {
        String id = cell.setting().id();
        return builds.pairs().stream()
                .filter(pair -> pair.setting().id().equals(id))
                .findFirst();
    }

    /** What is said of a cell; absent where it was not measured in both builds. */
    Optional<Judged> of(GatedCell cell) {
        return pair(builds, cell).map(pair -> {
            Optional<Confirmed> confirmed =
                    Optional.ofNullable(family.get(cell.planned().name()));
            return confirmed.isEmpty()
                    ? Judged.notMeasured(
                            "of one of the two builds some fork failed, wrote a wrong output or does not tell "
                                    + metric.key() + ", so that nothing is compared")
                    : judge(pair.metric(metric).orElseThrow(), confirmed.get());
        });
    }

    private Judged judge(JudgedMetric found, Confirmed confirmed) {
        Evidence evidence = confirmed.judgement().evidence();
        String seen = seen(found, evidence);
        return switch (confirmed.verdict()) {
            case SLOWER -> slower(found, evidence, seen);
            case FASTER, WITHIN -> judged(GateOutcome.PASS, evidence, seen + ": the bound is kept");
            case CANNOT_TELL -> unclear(confirmed, seen);
            case TOO_FEW_FORKS ->
                judged(
                        GateOutcome.INCONCLUSIVE,
                        evidence,
                        seen + ": too few forks, it takes " + Verdict.LEAST_FORKS
                                + " of each build; measure more of them with './run-matrix ab --forks'");
        };
    }

    private Judged slower(JudgedMetric found, Evidence evidence, String seen) {
        if (builds.builds().isSameProgram()) {
            return judged(
                    GateOutcome.INCONCLUSIVE,
                    evidence,
                    seen + ": but both builds are the same program, so this is noise; measure on a quieter machine");
        }
        if (found.blamesTheMachine()) {
            return judged(
                    GateOutcome.INCONCLUSIVE,
                    evidence,
                    seen + ": but the CPU time did not grow with it, and other programs ran beside; measure again when"
                            + " the machine is idle");
        }
        return judged(
                GateOutcome.FAIL,
                evidence,
                seen + ": SLOWER; find what makes it so, or accept it for a time in accepted.yaml");
    }

    /** The bound asks about growth alone, so what may also be much less keeps it. */
    private Judged unclear(Confirmed confirmed, String seen) {
        Evidence evidence = confirmed.judgement().evidence();
        if (evidence.equivalence().filter(i -> i.high() <= 1 + rule.limit()).isPresent()) {
            return judged(GateOutcome.PASS, evidence, seen + ": the bound is kept");
        }
        String why = confirmed.isTakenBack()
                ? ": one such cell among the " + family.size() + " that the rule is about may be chance"
                : ": neither kept nor broken for certain";
        String needed = evidence.sensitivity().forksNeeded().isPresent()
                ? "; it takes about "
                        + Math.max(
                                2 * evidence.forks(),
                                evidence.sensitivity().forksNeeded().getAsInt())
                        + " forks of each build to tell"
                : "; it takes more forks of each build to tell";
        return judged(GateOutcome.INCONCLUSIVE, evidence, seen + why + needed);
    }

    private String seen(JudgedMetric found, Evidence evidence) {
        return rule.metric().key() + " " + GateNumbers.growth(evidence.estimate() - 1) + " from "
                + GateNumbers.amount(rule.metric(), found.baseMedian()) + " to "
                + GateNumbers.amount(rule.metric(), found.headMedian())
                + interval(evidence)
                        .map(i -> ", 95 % interval " + GateNumbers.interval(rule, i))
                        .orElse("")
                + ", where at most " + GateNumbers.percent(rule.limit()) + " is allowed; " + evidence.candidateForks()
                + " and " + evidence.baseForks() + " forks of both builds in one sitting";
    }

    private static Judged judged(GateOutcome outcome, Evidence evidence, String reason) {
        return new Judged(outcome, Optional.of(evidence.estimate() - 1), interval(evidence), reason);
    }

    private static Optional<Interval> interval(Evidence evidence) {
        return evidence.ratio().interval().map(i -> new Interval(i.low() - 1, i.high() - 1, i.coverage()));
    }
}
