// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import dev.runmatrix.reports.model.OutputWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run came to in one sentence, the same for a page, a build log and a program. */
final class ConclusionWords {

    private static final int MOST_NAMES = 6;

    private final Concluded concluded;
    private final List<CellOutcome> broken;

    ConclusionWords(Concluded concluded, List<CellOutcome> cells) {
        this.concluded = concluded;
        this.broken = cells.stream().filter(CellOutcome::isBroken).toList();
    }

    /** Whether somebody should look: something is broken, slower, faster, or suspect and not yet confirmed. */
    boolean isAlarm() {
        return !broken.isEmpty()
                || gate(GateOutcome.FAIL) > 0
                || !concluded.brokenClaims().isEmpty()
                || changed()
                || isSuspect();
    }

    private boolean changed() {
        return concluded
                .builds()
                .filter(builds -> builds.has(Verdict.SLOWER) || builds.has(Verdict.FASTER))
                .isPresent();
    }

    private boolean isSuspect() {
        return concluded.builds().isEmpty()
                && concluded
                        .compared()
                        .filter(compared ->
                                !compared.isRefused() && compared.comparison().hasSuspects())
                        .isPresent();
    }

    private int gate(GateOutcome outcome) {
        return concluded.gate().map(gate -> gate.count(outcome)).orElse(0);
    }

    /** The sentence. */
    String verdict() {
        Optional<String> failed =
                concluded.gate().filter(gate -> gate(GateOutcome.FAIL) > 0).map(this::failed);
        return failed.or(this::claims)
                .or(this::broken)
                .or(this::interrupted)
                .or(() -> concluded.gate().map(this::held))
                .or(() -> concluded.builds().map(ConclusionWords::builds))
                .or(() -> concluded.compared().map(ConclusionWords::compared))
                .orElseGet(() -> "Every cell gave a result, and " + OutputWords.noneWrong(concluded.analysis()) + ".");
    }

    private String failed(GateReport gate) {
        List<GateResult> fails = gate.results().stream()
                .filter(result -> result.outcome() == GateOutcome.FAIL)
                .toList();
        if (fails.size() == 1) {
            GateResult only = fails.get(0);
            return "FAIL: " + only.cell().name() + " (" + only.cellText() + "), " + only.ruleText() + ": "
                    + only.finding();
        }
        return "FAIL: rules of the gate are broken in " + fails.size() + " of "
                + gate.results().size() + " cases: "
                + listed(fails.stream()
                        .map(fail -> fail.cell().name())
                        .distinct()
                        .toList()) + ".";
    }

    private Optional<String> claims() {
        List<ClaimResult> fails = concluded.brokenClaims();
        if (fails.isEmpty()) {
            return Optional.empty();
        }
        ClaimResult first = fails.get(0);
        return Optional.of(
                fails.size() == 1
                        ? "FAIL: claim " + first.id() + " (" + first.claim().name() + "): " + ClaimText.sentence(first)
                        : "FAIL: " + fails.size() + " claims of the gate are broken: "
                                + listed(fails.stream().map(ClaimResult::id).toList()) + ".");
    }

    private Optional<String> broken() {
        if (broken.isEmpty()) {
            return Optional.empty();
        }
        String first = broken.get(0).name() + " (" + broken.get(0).sentence() + ")";
        return Optional.of(
                broken.size() == 1
                        ? "BROKEN: " + first + "."
                        : "BROKEN: " + broken.size() + " cells gave no right result, first " + first + ".");
    }

    /** A run that did not come to its end was not judged by all of its forks. */
    private Optional<String> interrupted() {
        RunRecord run = concluded.stored().run();
        return run.state() == RunState.COMPLETE
                ? Optional.empty()
                : Optional.of(
                        "INTERRUPTED: not all forks were made, so nothing is judged by them; './run-matrix --resume "
                                + run.id() + "' makes the others.");
    }

    private String held(GateReport gate) {
        int all = gate.results().size();
        int unknown = gate(GateOutcome.INCONCLUSIVE) + gate(GateOutcome.NOT_MEASURED);
        int accepted = gate(GateOutcome.ACCEPTED);
        String exceptions = accepted == 0 ? "" : "; " + accepted + " broken and accepted";
        if (all == 0) {
            return "CANNOT TELL: no rule of the gate names a cell of this run.";
        }
        if (isSuspect()) {
            return concluded.compared().map(ConclusionWords::compared).orElseThrow()
                    + " No rule of the gate is broken, as another sitting alone shows no more.";
        }
        return unknown == 0
                ? "PASS: " + (all - accepted)
                        + (all - accepted == 1 ? " rule of the gate holds" : " rules of the gate hold") + exceptions
                        + "."
                : "CANNOT TELL for " + unknown + " of " + all + " rules of the gate; none is broken" + exceptions + ".";
    }

    private static String builds(BuildComparison builds) {
        List<String> slower = named(builds, Verdict.SLOWER);
        List<String> faster = named(builds, Verdict.FASTER);
        String settings = builds.pairs().size() + (builds.pairs().size() == 1 ? " setting" : " settings");
        if (!slower.isEmpty()) {
            return "SLOWER: " + listed(slower) + (faster.isEmpty() ? "" : "; FASTER: " + listed(faster)) + ".";
        }
        if (!faster.isEmpty()) {
            return "FASTER: " + listed(faster) + "; nothing is slower in " + settings + ".";
        }
        long unknown = builds.pairs().stream()
                .filter(pair -> pair.metrics().isEmpty()
                        || pair.metrics().stream().anyMatch(metric -> metric.verdict() != Verdict.WITHIN))
                .count();
        return unknown == 0
                ? "Nothing changed: every metric of " + settings + " is within its tolerance."
                : "Nothing is seen to be slower or faster; cannot tell for all metrics of " + unknown + " of "
                        + settings + ".";
    }

    private static List<String> named(BuildComparison builds, Verdict verdict) {
        List<String> names = new ArrayList<>();
        for (JudgedPair pair : builds.pairs()) {
            String metrics = pair.metrics().stream()
                    .filter(metric -> metric.verdict() == verdict)
                    .map(ConclusionWords::ratio)
                    .collect(Collectors.joining(", "));
            if (!metrics.isEmpty()) {
                names.add(BuildWords.setting(pair) + " " + metrics);
            }
        }
        return names;
    }

    private static String ratio(JudgedMetric metric) {
        String word = metric.metric() == Metric.PEAK_RSS ? "peak RSS" : ComparisonNumbers.word(metric.metric());
        return word + " × " + TurnNumbers.ratio(metric);
    }

    private static String compared(Compared compared) {
        return compared.isRefused()
                ? "NOT COMPARABLE with " + compared.base().label() + ": "
                        + String.join("; ", ComparisonWords.of(compared).differences()) + "."
                : ComparisonWords.of(compared).headline();
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining("; "));
        return names.size() > MOST_NAMES ? shown + "; and " + (names.size() - MOST_NAMES) + " more" : shown;
    }
}
