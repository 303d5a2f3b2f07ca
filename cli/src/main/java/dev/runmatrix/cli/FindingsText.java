// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.Explanation;
import dev.runmatrix.reports.model.Findings.Card;
import dev.runmatrix.reports.model.KeyValue;
import java.util.ArrayList;
import java.util.List;

/** Findings as lines for a terminal, none longer than 80 characters if its words allow. */
final class FindingsText {

    private static final int WIDTH = 80;
    private static final int KEY_WIDTH = 15;
    private static final int FIRST_ONES = 3;
    private static final String NO_BREAK = "\u00a0";

    private final List<String> lines = new ArrayList<>();

    private FindingsText() {}

    static List<String> lines(Explanation explanation) {
        FindingsText text = new FindingsText();
        text.paragraph(explanation.title(), "  ");
        explanation.numbers().forEach(text::row);
        if (!explanation.findings().lead().isEmpty()) {
            text.lines.add("");
            text.paragraph(explanation.findings().lead().toString(), "");
        }
        explanation.findings().cards().forEach(text::card);
        return text.lines;
    }

    /** The first findings in a line or two each, for the end of a run. */
    static List<String> first(Explanation explanation) {
        FindingsText text = new FindingsText();
        List<Card> cards = explanation.findings().cards().stream()
                .filter(card -> !card.isRemark())
                .toList();
        cards.stream().limit(FIRST_ONES).forEach(card -> text.paragraph(heading(card), "    "));
        int more = cards.size() - FIRST_ONES;
        if (more > 0) {
            text.lines.add("and " + more + (more == 1 ? " more finding" : " more findings")
                    + "; './run-matrix explain' tells all");
        }
        return text.lines;
    }

    private void card(Card card) {
        lines.add("");
        paragraph(heading(card), "    ");
        card.facts().forEach(fact -> paragraph("  " + pad(fact.key()) + fact.value(), " ".repeat(2 + KEY_WIDTH)));
        if (card.cells().size() > 1) {
            paragraph("  " + pad("About") + String.join(", ", card.cells()), " ".repeat(2 + KEY_WIDTH));
        }
    }

    private static String heading(Card card) {
        return card.id() + "  " + card.title() + " (" + card.tag().word() + ")";
    }

    private void row(KeyValue row) {
        paragraph("  " + pad(row.key()) + row.value(), " ".repeat(2 + KEY_WIDTH));
    }

    private static String pad(String key) {
        return key + " ".repeat(Math.max(1, KEY_WIDTH - key.length()));
    }

    /** Breaks at spaces; what follows the first line begins with the indent. A name of the user's begins no line. */
    private void paragraph(String text, String indent) {
        String rest = text.replace("\n", "\\n").replace("\r", "\\r").replace('\t', ' ');
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= indent.length()) {
                space = WIDTH;
            }
            add(rest.substring(0, space));
            rest = indent + rest.substring(space).stripLeading();
        }
        add(rest);
    }

    private void add(String line) {
        lines.add(line.replace(NO_BREAK, " ").stripTrailing());
    }
}
