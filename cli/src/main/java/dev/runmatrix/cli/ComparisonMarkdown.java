// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.MetricComparison;
import dev.runmatrix.reports.render.MarkdownEscape;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A comparison for a comment in a review: what changed stands open, the rest is folded, and all of it fits a comment. */
final class ComparisonMarkdown {

    /** A comment may have 65 536 characters; the folded rows get what is left. */
    private static final int MOST_CHANGED = 36_000;

    private static final int MOST_OTHERS = 18_000;
    private static final String HEAD =
            "| Cell | Configuration | Metric | A | B | Ratio, 95 % interval | Finding | Shows | Needs |";
    static final String RULE = "|---|---|---|--:|--:|---|---|--:|--:|";

    private final Compared compared;
    private final ComparisonWords words;
    private final CellWords cells;

    ComparisonMarkdown(Compared compared) {
        this.compared = compared;
        this.words = ComparisonWords.of(compared);
        this.cells = new CellWords(compared.candidate().stored().run().plan());
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<String> caution = words.caution();
        caution.stream().limit(1).forEach(heading -> lines.add("**" + MarkdownEscape.text(heading) + "**\n"));
        caution.stream().skip(1).forEach(difference -> lines.add("- " + MarkdownEscape.text(difference)));
        if (!caution.isEmpty()) {
            lines.add("");
        }
        lines.add("**" + MarkdownEscape.text(words.headline()) + "**");
        for (String warning : words.warnings()) {
            lines.add("");
            lines.add("> " + MarkdownEscape.text(warning));
        }
        lines.add("");
        words.sides().forEach(side -> lines.add("- " + MarkdownEscape.text(side)));
        changed(HEAD, RULE, rows(true), lines);
        folded(HEAD, RULE, rows(false), "without a suspicion", lines);
        for (String sentence : words.legend()) {
            lines.add("");
            lines.add(MarkdownEscape.text(sentence));
        }
        return lines;
    }

    /** Adds the table of what changed. */
    static void changed(String head, String rule, List<String> rows, List<String> lines) {
        table(head, rule, rows, MOST_CHANGED, lines);
    }

    /** Adds the table of what did not, folded. */
    static void folded(String head, String rule, List<String> rows, String what, List<String> lines) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("<details><summary>" + Units.count(rows.size()) + " " + what + "</summary>");
        table(head, rule, rows, MOST_OTHERS, lines);
        lines.add("");
        lines.add("</details>");
    }

    private static void table(String head, String rule, List<String> rows, int most, List<String> lines) {
        if (rows.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(head);
        lines.add(rule);
        int length = 0;
        int shown = 0;
        while (shown < rows.size() && length + rows.get(shown).length() < most) {
            length += rows.get(shown).length() + 1;
            lines.add(rows.get(shown));
            shown++;
        }
        if (shown < rows.size()) {
            lines.add("");
            int more = rows.size() - shown;
            lines.add(Units.counted(more, "more row is", "more rows are") + " left out; see the document as JSON.");
        }
    }

    private List<String> rows(boolean changed) {
        List<String> rows = new ArrayList<>();
        for (ComparedCell cell : compared.comparison().cells()) {
            String head = "| " + MarkdownEscape.text(cell.name()) + " | "
                    + MarkdownEscape.cellCode(cells.of(cell.planned())) + " | ";
            cell.metrics().stream()
                    .filter(metric -> isChanged(metric) == changed)
                    .forEach(metric -> rows.add(head + row(metric)));
            if (!changed) {
                words.remark(cell)
                        .ifPresent(remark -> rows.add(head + "| | | | " + MarkdownEscape.text(remark) + " | | |"));
            }
        }
        return rows;
    }

    /** A ratio and where it may lie, in one column: a table of more than nine is hard to read beside a diff. */
    static String ratio(String ratio, String interval) {
        return ratio + ", " + interval;
    }

    private static boolean isChanged(MetricComparison metric) {
        return metric.finding() == Finding.SUSPECT || metric.finding() == Finding.FASTER;
    }

    private static String row(MetricComparison metric) {
        String finding = ComparisonNumbers.word(metric);
        return List.of(
                        ComparisonNumbers.word(metric.metric()),
                        ComparisonNumbers.amount(metric.metric(), metric.baseMedian()),
                        ComparisonNumbers.amount(metric.metric(), metric.candidateMedian()),
                        ratio(ComparisonNumbers.ratio(metric), ComparisonNumbers.interval(metric)),
                        metric.finding() == Finding.SUSPECT ? "**" + finding + "**" : finding,
                        ComparisonNumbers.shows(metric),
                        ComparisonNumbers.needs(metric))
                .stream()
                .collect(Collectors.joining(" | ", "", " |"));
    }
}
