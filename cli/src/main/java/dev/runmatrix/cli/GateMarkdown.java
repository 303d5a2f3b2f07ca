// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import dev.runmatrix.reports.render.MarkdownEscape;
import java.util.ArrayList;
import java.util.List;

/** What a gate says for a comment in a review: what is not plainly kept stands open, the rest is folded. */
final class GateMarkdown {

    private static final String HEAD = "| | Cell | Configuration | Rule | Measured | Interval | Why |";
    private static final String HEAD_OF_KEPT = "| | Cell | Configuration | Rule | Measured | Interval |";

    private static final String RULE = "|---|---|---|---|--:|---|---|";
    private static final String RULE_OF_KEPT = "|---|---|---|---|--:|---|";

    private GateMarkdown() {}

    static List<String> lines(GateReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("**" + MarkdownEscape.text(GateWords.headline(report)) + "**");
        for (String notice : report.notices()) {
            lines.add("");
            lines.add("> " + MarkdownEscape.text(notice));
        }
        List<String> open = GateWords.notKept(report).stream()
                .map(result -> row(result) + " " + MarkdownEscape.text(result.sentence()) + " |")
                .toList();
        List<String> kept = report.results().stream()
                .filter(result -> result.outcome() == GateOutcome.PASS)
                .map(GateMarkdown::row)
                .toList();
        ComparisonMarkdown.changed(HEAD, RULE, open, lines);
        ComparisonMarkdown.folded(HEAD_OF_KEPT, RULE_OF_KEPT, kept, "kept", lines);
        return lines;
    }

    private static String row(GateResult result) {
        String word = GateWords.word(result.outcome());
        return "| " + (result.outcome() == GateOutcome.FAIL ? "**" + word + "**" : word)
                + " | " + MarkdownEscape.text(result.cell().name())
                + " | " + MarkdownEscape.cellCode(result.cellText())
                + " | " + MarkdownEscape.text(result.ruleText())
                + " | " + result.valueText().orElse("–")
                + " | " + result.intervalText().orElse("–") + " |";
    }
}
