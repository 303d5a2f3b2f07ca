// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import java.util.ArrayList;
import java.util.List;

/** Two builds that took turns, for a terminal. */
final class TurnText {

    private static final String INDENT = "         ";

    private final BuildComparison comparison;
    private final TurnWords words;

    TurnText(BuildComparison comparison) {
        this.comparison = comparison;
        this.words = new TurnWords(comparison);
    }

    /** All lines; numbers are never shortened. */
    List<String> lines(Paint paint) {
        List<String> lines = new ArrayList<>();
        words.sides().forEach(side -> wrapped(side, lines));
        wrapped(words.headline(), lines);
        words.sentences().forEach(sentence -> wrapped(sentence, lines));
        lines.replaceAll(paint::sentence);
        lines.add("");
        TextTable table = ComparisonText.table("base", "head", "verdict");
        comparison.pairs().forEach(pair -> add(pair, table));
        lines.addAll(table.lines(paint));
        lines.add("");
        words.legend().forEach(sentence -> wrapped(sentence, lines));
        return lines;
    }

    private void add(JudgedPair pair, TextTable table) {
        String setting = words.setting(pair);
        table.across(TurnWords.names(pair) + (pair.base().reference() ? "*" : "") + "  "
                + (setting.isEmpty() ? "" : setting + ", ") + pair.baseSide().clean() + " and "
                + pair.headSide().clean() + " forks");
        TurnWords.remark(pair).ifPresent(remark -> table.remark("  ", remark));
        for (JudgedMetric metric : pair.metrics()) {
            table.row(row(metric));
            TurnNumbers.remark(metric).ifPresent(remark -> table.remark(INDENT, remark));
        }
    }

    private static List<String> row(JudgedMetric metric) {
        return List.of(
                ComparisonNumbers.word(metric.metric()),
                TurnNumbers.base(metric),
                TurnNumbers.head(metric),
                TurnNumbers.ratio(metric),
                TurnNumbers.interval(metric),
                TurnNumbers.word(metric),
                TurnNumbers.shows(metric),
                TurnNumbers.needs(metric));
    }

    private static void wrapped(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDTH));
    }
}
