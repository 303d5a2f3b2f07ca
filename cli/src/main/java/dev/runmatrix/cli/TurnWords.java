// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Slowdown;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Two builds that took turns in sentences, the same for a terminal and for a comment. */
final class TurnWords {

    private static final int MOST_NAMES = 8;
    private static final int SHOWN_DIGITS = 12;

    private final BuildComparison comparison;
    private final CellWords cells;

    TurnWords(BuildComparison comparison) {
        this.comparison = comparison;
        this.cells = new CellWords(comparison.run().plan());
    }

    /** What the two builds are. */
    List<String> sides() {
        return List.of(
                "base  " + build(comparison.builds().base()),
                "head  " + build(comparison.builds().head()));
    }

    private static String build(BuildFacts build) {
        String what = switch (build.kind()) {
            case OWN -> "this program";
            case JAR -> "jar " + build.given();
            case REVISION -> "revision " + build.given();
            case COMMAND -> "command " + build.given();
        };
        return what
                + build.commit().map(commit -> ", commit " + shortened(commit)).orElse("")
                + build.digest().map(digest -> ", build " + shortened(digest)).orElse("");
    }

    private static String shortened(String digest) {
        return digest.substring(0, Math.min(SHOWN_DIGITS, digest.length()));
    }

    /** What came of it, in one sentence. */
    String headline() {
        if (comparison.pairs().stream().allMatch(pair -> pair.metrics().isEmpty())) {
            return "Nothing can be compared: of no setting both builds have forks that ended well.";
        }
        int all = comparison.pairs().size();
        List<String> slower = named(Verdict.SLOWER);
        List<String> faster = named(Verdict.FASTER);
        String also = faster.isEmpty() ? "" : " FASTER: " + faster.size() + ": " + listed(faster) + ".";
        return slower.isEmpty()
                ? "Nothing is SLOWER in " + counted(all, "setting") + untold() + "." + also
                : "SLOWER: " + slower.size() + " of " + counted(all, "setting") + ": " + listed(slower) + "." + also;
    }

    /** What keeps the absence of a verdict from being good news. */
    private String untold() {
        long unknown = comparison.pairs().stream()
                .filter(pair -> pair.metrics().isEmpty()
                        || pair.metrics().stream()
                                .map(JudgedMetric::verdict)
                                .anyMatch(v -> v == Verdict.CANNOT_TELL || v == Verdict.TOO_FEW_FORKS))
                .count();
        return unknown == 0 ? "" : "; cannot tell for all metrics of " + unknown + " of them";
    }

    private List<String> named(Verdict verdict) {
        return comparison.pairs().stream()
                .filter(pair -> pair.metrics().stream().anyMatch(metric -> metric.verdict() == verdict))
                .map(pair -> names(pair) + " "
                        + pair.metrics().stream()
                                .filter(metric -> metric.verdict() == verdict)
                                .map(metric ->
                                        ComparisonNumbers.word(metric.metric()) + " × " + TurnNumbers.ratio(metric))
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining("; "));
        return names.size() > MOST_NAMES ? shown + "; and " + (names.size() - MOST_NAMES) + " more" : shown;
    }

    /** The names of both cells of a setting. */
    static String names(JudgedPair pair) {
        return pair.base().name() + "/" + pair.head().name();
    }

    /** The setting in a few words; empty for a matrix that has but one. */
    String setting(JudgedPair pair) {
        return cells.ofSetting(pair.base());
    }

    /** A sentence for each setting in which the head takes more, and what there is to know besides. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        if (comparison.isSameProgram()) {
            sentences.add("Both are the same bytes: whatever they differ by is noise, and nothing fails on it.");
        }
        for (JudgedPair pair : comparison.pairs()) {
            pair.metrics().stream()
                    .filter(metric -> metric.verdict() == Verdict.SLOWER)
                    .forEach(metric -> sentences.add(sentence(pair, metric)));
        }
        return sentences;
    }

    private String sentence(JudgedPair pair, JudgedMetric metric) {
        String setting = setting(pair);
        return names(pair) + (setting.isEmpty() ? "" : " (" + setting + ")") + ": head takes "
                + (TurnNumbers.isClear(metric) ? "clearly " : "")
                + ComparisonNumbers.percent(metric.ratio() - 1) + " more " + what(metric.metric()) + " than base"
                + TurnNumbers.evidence(metric)
                        .ratio()
                        .interval()
                        .map(TurnWords::range)
                        .orElse("")
                + cause(pair, metric) + ".";
    }

    private static String what(Metric metric) {
        return switch (metric) {
            case WALL -> "time";
            case CPU -> "CPU time";
            case PEAK_RSS -> "memory at its peak";
        };
    }

    private static String range(Interval interval) {
        return " (× " + ComparisonNumbers.interval(Optional.of(interval)) + ")";
    }

    private static String cause(JudgedPair pair, JudgedMetric metric) {
        if (metric.metric() != Metric.WALL) {
            return "";
        }
        Verdict cpu = pair.metric(Metric.CPU).map(JudgedMetric::verdict).orElse(Verdict.CANNOT_TELL);
        return switch (Slowdown.of(metric.verdict(), cpu, false)) {
            case MORE_WORK -> ", and more CPU time: it does more work";
            case LESS_PARALLEL -> ", and no more CPU time: it waits more, or uses fewer cores";
            case MACHINE, UNKNOWN, NONE -> "";
        };
    }

    /** How to read the numbers. */
    List<String> legend() {
        String clock = comparison.clock() == WallClock.REGION ? "the measured region" : "whole processes";
        return List.of(
                "base and head: medians of all forks that ended well, wall and CPU seconds of " + clock
                        + ". Ratio: head ÷ base with its 95 % interval. The two took turns in one sitting, so that noise"
                        + " fell on both alike.",
                "Shows: the change that such forks show in 4 of 5 comparisons. Needs: forks of each build to judge a"
                        + " change of "
                        + ComparisonNumbers.percent(Metric.WALL.tolerance()) + " (RSS "
                        + ComparisonNumbers.percent(Metric.PEAK_RSS.tolerance()) + ").");
    }

    /** Why a setting has no numbers, or not enough of them; absent where it has. */
    static Optional<String> remark(JudgedPair pair) {
        Optional<String> broken = broken(pair.baseSide(), "base").or(() -> broken(pair.headSide(), "head"));
        if (broken.isPresent()) {
            return Optional.of("not compared: " + broken.get());
        }
        boolean few = Math.min(pair.baseSide().clean(), pair.headSide().clean()) < Verdict.LEAST_FORKS;
        return few
                ? Optional.of("too few forks: " + pair.baseSide().clean() + " of "
                        + pair.baseSide().forks() + " of base, "
                        + pair.headSide().clean() + " of "
                        + pair.headSide().forks() + " of head; it takes " + Verdict.LEAST_FORKS + " of each")
                : Optional.empty();
    }

    private static Optional<String> broken(ComparedCell.Side side, String build) {
        if (!side.isBroken()) {
            return Optional.empty();
        }
        return Optional.of(
                side.state() == CellState.WRONG_OUTPUT
                        ? "the output of " + build + " is wrong"
                        : build + (side.state() == CellState.TIMED_OUT ? " timed out" : " failed"));
    }

    private static String counted(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
