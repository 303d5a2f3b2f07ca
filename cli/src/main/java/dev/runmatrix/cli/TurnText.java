// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Two builds that took turns, for a terminal. */
final class TurnText {

    private static final int WIDTH = 80;
    private static final String INDENT = "         ";

    private final BuildComparison comparison;
    private final TurnWords words;

    TurnText(BuildComparison comparison) {
        this.comparison = comparison;
        this.words = new TurnWords(comparison);
    }

    /** All lines, none longer than 80 characters. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        words.sides().forEach(side -> wrapped(side, lines));
        wrapped(words.headline(), lines);
        words.sentences().forEach(sentence -> wrapped(sentence, lines));
        lines.add("");
        lines.add(row("", "base", "head", "ratio", "95 % interval", "verdict", "shows", "needs"));
        comparison.pairs().forEach(pair -> add(pair, lines));
        lines.add("");
        words.legend().forEach(sentence -> wrapped(sentence, lines));
        return lines;
    }

    private void add(JudgedPair pair, List<String> lines) {
        String setting = words.setting(pair);
        lines.add(cut(TurnWords.names(pair) + (pair.base().reference() ? "*" : "") + "  "
                + (setting.isEmpty() ? "" : setting + ", ") + pair.baseSide().clean() + " and "
                + pair.headSide().clean() + " forks"));
        TurnWords.remark(pair).ifPresent(remark -> indented("  ", remark, lines));
        for (JudgedMetric metric : pair.metrics()) {
            lines.add(row(metric));
            TurnNumbers.remark(metric).ifPresent(remark -> indented(INDENT, remark, lines));
        }
    }

    private static String row(JudgedMetric metric) {
        return row(
                ComparisonNumbers.word(metric.metric()),
                TurnNumbers.base(metric),
                TurnNumbers.head(metric),
                TurnNumbers.ratio(metric),
                TurnNumbers.interval(metric),
                TurnNumbers.word(metric),
                TurnNumbers.shows(metric),
                TurnNumbers.needs(metric));
    }

    private static String row(Object... values) {
        return cut(String.format(Locale.ROOT, "  %-6s %9s %9s  %6s %-13s  %-14s %6s %5s", values)
                .stripTrailing());
    }

    private static void wrapped(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, WIDTH));
    }

    private static void indented(String indent, String text, List<String> lines) {
        TextTable.wrap(text, WIDTH - indent.length()).forEach(line -> lines.add(indent + line));
    }

    private static String cut(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }
}
