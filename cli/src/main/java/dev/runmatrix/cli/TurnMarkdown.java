// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.render.MarkdownEscape;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Two builds that took turns, for a comment in a review: what changed stands open, the rest is folded. */
final class TurnMarkdown {

    private static final String HEAD =
            "| Cells | Setting | Metric | base | head | Ratio, 95 % interval | Verdict | Shows | Needs |";

    private final BuildComparison comparison;
    private final TurnWords words;

    TurnMarkdown(BuildComparison comparison) {
        this.comparison = comparison;
        this.words = new TurnWords(comparison);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + MarkdownEscape.text(words.headline()) + "**");
        for (String sentence : words.sentences()) {
            lines.add("");
            lines.add("> " + MarkdownEscape.text(sentence));
        }
        lines.add("");
        words.sides().forEach(side -> lines.add("- " + MarkdownEscape.text(side)));
        ComparisonMarkdown.changed(HEAD, ComparisonMarkdown.RULE, rows(true), lines);
        ComparisonMarkdown.folded(
                HEAD, ComparisonMarkdown.RULE, rows(false), "without a change that could be shown", lines);
        for (String sentence : words.legend()) {
            lines.add("");
            lines.add(MarkdownEscape.text(sentence));
        }
        return lines;
    }

    private List<String> rows(boolean changed) {
        List<String> rows = new ArrayList<>();
        for (JudgedPair pair : comparison.pairs()) {
            String head = "| " + MarkdownEscape.text(TurnWords.names(pair)) + " | "
                    + MarkdownEscape.cellCode(words.setting(pair)) + " | ";
            pair.metrics().stream()
                    .filter(metric -> isChanged(metric) == changed)
                    .forEach(metric -> rows.add(head + row(metric)));
            if (!changed) {
                TurnWords.remark(pair)
                        .ifPresent(remark -> rows.add(head + "| | | | " + MarkdownEscape.text(remark) + " | | |"));
            }
        }
        return rows;
    }

    private static boolean isChanged(JudgedMetric metric) {
        return metric.verdict() == Verdict.SLOWER || metric.verdict() == Verdict.FASTER;
    }

    private static String row(JudgedMetric metric) {
        String word = TurnNumbers.word(metric);
        String remark = TurnNumbers.remark(metric).map(said -> "; " + said).orElse("");
        return List.of(
                        ComparisonNumbers.word(metric.metric()),
                        TurnNumbers.base(metric),
                        TurnNumbers.head(metric),
                        ComparisonMarkdown.ratio(TurnNumbers.ratio(metric), TurnNumbers.interval(metric)),
                        (metric.verdict() == Verdict.SLOWER ? "**" + word + "**" : word) + MarkdownEscape.text(remark),
                        TurnNumbers.shows(metric),
                        TurnNumbers.needs(metric))
                .stream()
                .collect(Collectors.joining(" | ", "", " |"));
    }
}
