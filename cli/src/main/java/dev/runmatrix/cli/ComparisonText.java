// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.MetricComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison for a terminal. */
final class ComparisonText {

    private static final int WIDTH = 80;

    private final Compared compared;
    private final ComparisonWords words;
    private final CellWords cells;

    ComparisonText(Compared compared) {
        this.compared = compared;
        this.words = ComparisonWords.of(compared);
        this.cells = new CellWords(compared.candidate().stored().run().plan());
    }

    /** All lines, none longer than 80 characters. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> caution = words.caution();
        caution.stream().limit(1).forEach(lines::add);
        caution.stream().skip(1).forEach(difference -> wrapped("  " + difference, lines));
        words.sides().forEach(side -> wrapped(side, lines));
        wrapped(words.headline(), lines);
        words.warnings().forEach(warning -> wrapped(warning, lines));
        if (compared.comparison().cells().isEmpty()) {
            return lines;
        }
        lines.add("");
        lines.add(row("", "A", "B", "ratio", "95 % interval", "finding", "shows", "needs"));
        compared.comparison().cells().forEach(cell -> add(cell, lines));
        lines.add("");
        words.legend().forEach(sentence -> wrapped(sentence, lines));
        return lines;
    }

    private void add(ComparedCell cell, List<String> lines) {
        String reference = cell.planned().reference() ? "*" : "";
        lines.add(cut(cell.name() + reference + "  " + cells.of(cell.planned()) + ", " + ComparisonWords.forks(cell)));
        words.remark(cell)
                .ifPresent(remark -> TextTable.wrap(remark, WIDTH - 2).forEach(line -> lines.add("  " + line)));
        cell.metrics().forEach(metric -> lines.add(row(metric)));
    }

    private static String row(MetricComparison metric) {
        return row(
                ComparisonNumbers.word(metric.metric()),
                ComparisonNumbers.amount(metric.metric(), metric.baseMedian()),
                ComparisonNumbers.amount(metric.metric(), metric.candidateMedian()),
                ComparisonNumbers.ratio(metric),
                ComparisonNumbers.interval(metric),
                ComparisonNumbers.word(metric),
                ComparisonNumbers.shows(metric),
                ComparisonNumbers.needs(metric));
    }

    private static String row(Object... values) {
        return cut(String.format(Locale.ROOT, "  %-6s %9s %9s  %6s %-13s  %-12s %6s %5s", values)
                .stripTrailing());
    }

    private static void wrapped(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, WIDTH));
    }

    private static String cut(String line) {
        return line.length() > WIDTH ? line.substring(0, WIDTH - 1) + "…" : line;
    }
}
