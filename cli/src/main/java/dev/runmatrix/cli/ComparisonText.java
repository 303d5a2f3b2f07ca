// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.MetricComparison;
import java.util.ArrayList;
import java.util.List;

/** A comparison for a terminal. */
final class ComparisonText {

    private final Compared compared;
    private final ComparisonWords words;
    private final CellWords cells;

    ComparisonText(Compared compared) {
        this.compared = compared;
        this.words = ComparisonWords.of(compared);
        this.cells = new CellWords(compared.candidate().stored().run().plan());
    }

    /** All lines; numbers are never shortened. */
    List<String> lines(Paint paint) {
        List<String> lines = new ArrayList<>();
        List<String> caution = words.caution();
        caution.stream().limit(1).forEach(line -> wrapped(line, lines));
        caution.stream().skip(1).forEach(difference -> wrapped("  " + difference, lines));
        words.sides().forEach(side -> wrapped(side, lines));
        wrapped(words.headline(), lines);
        words.warnings().forEach(warning -> wrapped(warning, lines));
        lines.replaceAll(paint::sentence);
        if (compared.comparison().cells().isEmpty()) {
            return lines;
        }
        lines.add("");
        TextTable table = table("A", "B", "finding");
        compared.comparison().cells().forEach(cell -> add(cell, table));
        lines.addAll(table.lines(paint));
        lines.add("");
        words.legend().forEach(sentence -> wrapped(sentence, lines));
        return lines;
    }

    /** The columns of two medians and what is to be said of them. */
    static TextTable table(String first, String second, String verdict) {
        return new TextTable(
                        Column.left("").atLeast(6),
                        Column.right(first).atLeast(9),
                        Column.right(second).atLeast(9),
                        Column.right("ratio").atLeast(7),
                        Column.left("95 % interval"),
                        Column.state(verdict).atLeast(12),
                        Column.right("shows").atLeast(6),
                        Column.right("needs"))
                .spaced(2, 1);
    }

    private void add(ComparedCell cell, TextTable table) {
        String reference = cell.planned().reference() ? "*" : "";
        table.across(cell.name() + reference + "  " + cells.of(cell.planned()) + ", " + ComparisonWords.forks(cell));
        words.remark(cell).ifPresent(remark -> table.remark("  ", remark));
        cell.metrics().forEach(metric -> table.row(row(metric)));
    }

    private static List<String> row(MetricComparison metric) {
        return List.of(
                ComparisonNumbers.word(metric.metric()),
                ComparisonNumbers.amount(metric.metric(), metric.baseMedian()),
                ComparisonNumbers.amount(metric.metric(), metric.candidateMedian()),
                ComparisonNumbers.ratio(metric),
                ComparisonNumbers.interval(metric),
                ComparisonNumbers.word(metric),
                ComparisonNumbers.shows(metric),
                ComparisonNumbers.needs(metric));
    }

    private static void wrapped(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDTH));
    }
}
