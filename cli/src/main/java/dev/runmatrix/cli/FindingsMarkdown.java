// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.Explanation;
import dev.runmatrix.reports.model.Findings.Card;
import dev.runmatrix.reports.model.KeyValue;
import dev.runmatrix.reports.render.MarkdownEscape;
import dev.runmatrix.reports.words.Span;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;

/** Findings for a comment in a review. */
final class FindingsMarkdown {

    private FindingsMarkdown() {}

    static List<String> lines(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + MarkdownEscape.text(explanation.title()));
        lines.add("");
        explanation.numbers().forEach(row -> lines.add(item(row)));
        if (!explanation.numbers().isEmpty()) {
            lines.add("");
        }
        if (!explanation.findings().lead().isEmpty()) {
            lines.add(rich(explanation.findings().lead()));
            lines.add("");
        }
        explanation.findings().cards().forEach(card -> card(card, lines));
        return lines;
    }

    private static void card(Card card, List<String> lines) {
        lines.add("**" + card.id() + ". " + MarkdownEscape.text(card.title()) + "** ("
                + card.tag().word() + ")");
        lines.add("");
        card.facts().forEach(fact -> lines.add(item(fact)));
        if (card.cells().size() > 1) {
            lines.add("- About: " + MarkdownEscape.text(String.join(", ", card.cells())));
        }
        lines.add("");
    }

    private static String item(KeyValue row) {
        return "- " + MarkdownEscape.text(row.key()) + ": " + rich(row.value());
    }

    private static String rich(Text text) {
        StringBuilder markdown = new StringBuilder();
        for (Span span : text.spans()) {
            markdown.append(
                    switch (span.kind()) {
                        case CODE -> MarkdownEscape.code(span.text());
                        case STRONG -> MarkdownEscape.strong(span.text());
                        case PLAIN -> MarkdownEscape.text(span.text());
                    });
        }
        return markdown.toString();
    }
}
