// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.HistoryChange;
import dev.runmatrix.reports.model.HistoryReport;
import dev.runmatrix.reports.model.HistoryRow;
import dev.runmatrix.reports.model.HistorySection;
import dev.runmatrix.reports.model.KeyValue;
import dev.runmatrix.reports.model.Tag;
import dev.runmatrix.reports.words.Legible;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;

/** A history for a terminal, none of its lines longer than 80 characters. */
final class HistoryText {

    private static final int WIDTH = TextTable.WIDTH;

    private final HistoryReport report;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private HistoryText(HistoryReport report, Paint paint) {
        this.report = report;
        this.paint = paint;
    }

    static List<String> lines(HistoryReport report, Paint paint) {
        HistoryText text = new HistoryText(report, paint);
        text.write();
        return List.copyOf(text.lines);
    }

    private void write() {
        paragraph(report.title() + ". " + report.sentence(), "");
        report.sections().forEach(this::section);
        if (!report.sections().isEmpty()) {
            lines.add("");
            paragraph(
                    "Course: medians against the first level, equal scale. Change: last against first, with what two"
                            + " sittings of one build would keep to. ▲ ▼ changed lastingly, △ ▽ left the pinned release,"
                            + " · too few runs.",
                    "");
        }
    }

    private void section(HistorySection section) {
        lines.add("");
        paragraph(section.heading(), "  ");
        for (KeyValue fact : section.facts()) {
            paragraph("  " + fact.key() + ": " + fact.value(), "    ");
        }
        lines.add("");
        lines.addAll(table(section).lines(paint));
        messages("Lasting changes", section.changes());
        messages("Against the pinned release", section.creep());
        if (!section.unknown().isEmpty()) {
            lines.add("");
            lines.add(paint.styled(Style.HEADING, "What cannot be told"));
            section.unknown().forEach(text -> paragraph("  " + text, "    "));
        }
    }

    private void messages(String heading, List<HistoryChange> messages) {
        if (messages.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(paint.styled(Style.HEADING, heading));
        for (HistoryChange message : messages) {
            paragraph("  " + message.headline(), "    ");
            message.cells().forEach(cell -> paragraph("    " + cell, "      "));
            for (Text note : message.notes()) {
                paragraph("    " + note, "    ");
            }
            if (!message.command().isEmpty()) {
                command(message.command());
            }
        }
    }

    /** Broken so that a shell takes it as it stands. */
    private void command(String command) {
        String rest = "      " + Legible.line(command);
        int option = rest.indexOf(" --", WIDTH / 2);
        while (rest.length() > WIDTH && option > 0) {
            lines.add(rest.substring(0, option) + " \\");
            rest = "        " + rest.substring(option + 1);
            option = rest.indexOf(" --", 10);
        }
        lines.add(rest);
    }

    private TextTable table(HistorySection section) {
        TextTable table = new TextTable(
                        Column.left(""),
                        Column.flexible(""),
                        Column.left("course"),
                        Column.right("first"),
                        Column.right("last"),
                        Column.right("change"),
                        Column.left("95 % interval"),
                        Column.right("n"),
                        Column.state(""))
                .spaced(0, 1)
                .heading(List.of("", "", "", report.unit(), report.unit(), "%", "%", "", ""));
        section.rows().forEach(row -> table.row(row(row)));
        return table;
    }

    private static List<String> row(HistoryRow row) {
        return List.of(
                row.cell(),
                row.label().replace(" · ", " "),
                row.course(),
                row.first(),
                row.last(),
                row.change(),
                row.interval(),
                row.runs(),
                mark(row.tag()));
    }

    private static String mark(Tag tag) {
        return switch (tag.word()) {
            case "UP" -> "▲";
            case "DOWN" -> "▼";
            case "CREPT UP" -> "△";
            case "CREPT DOWN" -> "▽";
            case "" -> "";
            default -> "·";
        };
    }

    private void paragraph(String text, String indent) {
        lines.addAll(TextTable.wrap(text, WIDTH, indent));
    }
}
