// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.Explanation;
import dev.runmatrix.reports.model.Findings.Card;
import dev.runmatrix.reports.model.KeyValue;
import java.util.ArrayList;
import java.util.List;

/** Findings as lines for a terminal, none longer than 80 characters if its words allow. */
final class FindingsText {

    private static final int KEY_WIDTH = 15;
    private static final int FIRST_ONES = 3;

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private FindingsText(Paint paint) {
        this.paint = paint;
    }

    static List<String> lines(Explanation explanation, Paint paint) {
        FindingsText text = new FindingsText(paint);
        text.heading(explanation.title(), "  ");
        explanation.numbers().forEach(text::row);
        if (!explanation.findings().lead().isEmpty()) {
            text.lines.add("");
            text.paragraph(explanation.findings().lead().toString(), "");
        }
        explanation.findings().cards().forEach(text::card);
        return text.lines;
    }

    /** The first findings in a line or two each, for the end of a run. */
    static List<String> first(Explanation explanation, Paint paint) {
        FindingsText text = new FindingsText(paint);
        List<Card> cards = explanation.findings().cards().stream()
                .filter(card -> !card.isRemark())
                .toList();
        cards.stream().limit(FIRST_ONES).forEach(card -> text.heading(heading(card), "    "));
        int more = cards.size() - FIRST_ONES;
        if (more > 0) {
            text.lines.add("and " + more + (more == 1 ? " more finding" : " more findings")
                    + "; './run-matrix explain' tells all");
        }
        return text.lines;
    }

    private void card(Card card) {
        lines.add("");
        heading(heading(card), "    ");
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

    private void heading(String text, String indent) {
        TextTable.wrap(text, TextTable.WIDTH, indent).forEach(line -> lines.add(paint.styled(Style.HEADING, line)));
    }

    private void paragraph(String text, String indent) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDTH, indent));
    }
}
