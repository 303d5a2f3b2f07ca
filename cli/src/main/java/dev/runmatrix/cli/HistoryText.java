// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.HistoryChange;
import dev.runmatrix.reports.model.HistoryReport;
import dev.runmatrix.reports.model.HistoryRow;
import dev.runmatrix.reports.model.HistorySection;
import dev.runmatrix.reports.model.KeyValue;
import dev.runmatrix.reports.model.Tag;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A history for a terminal, none of its lines longer than 80 characters. */
final class HistoryText {

    private static final int WIDTH = 80;
    private static final int LABEL_WIDTH = 16;
    private static final String NO_BREAK = "\u00a0";

    private final HistoryReport report;
    private final List<String> lines = new ArrayList<>();

    private HistoryText(HistoryReport report) {
        this.report = report;
    }

    static List<String> lines(HistoryReport report) {
        HistoryText text = new HistoryText(report);
        text.write();
        return text.lines.stream().map(String::stripTrailing).toList();
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
        lines.add(row("", "", "course", "first", "last", "change", "95 % interval", "n", ""));
        lines.add(row("", "", "", report.unit(), report.unit(), "%", "%", "", ""));
        section.rows().forEach(row -> lines.add(row(row)));
        messages("Lasting changes", section.changes());
        messages("Against the pinned release", section.creep());
        if (!section.unknown().isEmpty()) {
            lines.add("");
            lines.add("What cannot be told");
            section.unknown().forEach(text -> paragraph("  " + text, "    "));
        }
    }

    private void messages(String heading, List<HistoryChange> messages) {
        if (messages.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(heading);
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
        String rest = "      " + oneLine(command);
        int option = rest.indexOf(" --", WIDTH / 2);
        while (rest.length() > WIDTH && option > 0) {
            lines.add(rest.substring(0, option) + " \\");
            rest = "        " + rest.substring(option + 1);
            option = rest.indexOf(" --", 10);
        }
        lines.add(rest);
    }

    private static String row(HistoryRow row) {
        return row(
                row.cell(),
                cut(row.label().replace(" · ", " "), LABEL_WIDTH),
                row.course(),
                row.first(),
                row.last(),
                row.change(),
                row.interval(),
                row.runs(),
                mark(row.tag()));
    }

    private static String row(Object... values) {
        return cut(oneLine(String.format(Locale.ROOT, "%-4s %-16s %-16s %6s %6s %6s %-13s %3s %s", values)), WIDTH);
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

    /** Breaks at spaces; what follows the first line begins with the indent. */
    private void paragraph(String text, String indent) {
        String rest = oneLine(text);
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= indent.length() + 2) {
                space = WIDTH;
            }
            lines.add(rest.substring(0, space));
            rest = indent + rest.substring(space).stripLeading();
        }
        lines.add(rest);
    }

    /** What others named may not begin a line of its own. */
    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r").replace('\t', ' ').replace(NO_BREAK, " ");
    }

    private static String cut(String line, int width) {
        return line.length() > width ? line.substring(0, width - 1) + "…" : line;
    }
}
