// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.KeyValue;
import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.model.TriageStatement;
import dev.runmatrix.reports.model.TriageThread;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;

/** What is found of a live process as lines for a terminal, none longer than 80 characters if its words allow. */
final class TriageText {

    private static final int WIDTH = 80;
    private static final int KEY_WIDTH = 19;
    private static final int NAME_WIDTH = 24;
    private static final int STATE_WIDTH = 14;
    private static final String NO_BREAK = "\u00a0";

    private final List<String> lines = new ArrayList<>();

    private TriageText() {}

    static List<String> lines(TriageReport report) {
        TriageText text = new TriageText();
        text.write(report);
        return text.lines.stream()
                .map(line -> line.replace(NO_BREAK, " ").stripTrailing())
                .toList();
    }

    private void write(TriageReport report) {
        lines.add(oneLine(report.title()));
        lines.add("");
        report.facts().forEach(this::row);
        lines.add("");
        report.status().forEach(this::row);
        if (!report.threads().isEmpty()) {
            lines.add("");
            lines.add(thread("Thread", "cores", "queued", "state", "waits for"));
            report.threads().forEach(each -> lines.add(thread(each)));
        }
        lines.add("");
        paragraph(report.verdict().word() + ": " + report.sentence(), "");
        evidence(report.statements().get(0));
        report.statements().stream().skip(1).forEach(this::further);
        section("Why", report.why());
        section("Change", report.change());
        section("Progress", report.progress());
        report.notes().forEach(note -> section("Note", note));
        lines.add("");
        paragraph(report.footer().toString(), "");
    }

    private void further(TriageStatement statement) {
        lines.add("");
        paragraph("Also: " + statement.claim(), "");
        evidence(statement);
    }

    private void evidence(TriageStatement statement) {
        statement.evidence().forEach(evidence -> paragraph("  - " + evidence, "    "));
        paragraph("  Refuted by " + statement.refutedBy(), "  ");
    }

    private void section(String name, Text text) {
        if (!text.isEmpty()) {
            lines.add("");
            paragraph(name + ": " + text, "");
        }
    }

    private void row(KeyValue row) {
        paragraph(pad(row.key(), KEY_WIDTH) + row.value(), " ".repeat(KEY_WIDTH));
    }

    private static String thread(TriageThread thread) {
        return thread(thread.name(), thread.cores(), thread.queued(), thread.state(), thread.waits());
    }

    private static String thread(String name, String cores, String queued, String state, String waits) {
        String line = pad(cut(name, NAME_WIDTH - 1), NAME_WIDTH)
                + left(cores, 5)
                + left(queued, 8)
                + "  "
                + pad(cut(state, STATE_WIDTH), STATE_WIDTH + 1)
                + waits;
        return cut(oneLine(line), WIDTH);
    }

    /** Breaks at spaces; what follows the first line begins with the indent. */
    private void paragraph(String text, String indent) {
        String rest = oneLine(text);
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= indent.length()) {
                space = WIDTH;
            }
            lines.add(rest.substring(0, space));
            rest = indent + rest.substring(space).stripLeading();
        }
        lines.add(rest);
    }

    /** What others named may not begin a line of its own. */
    private static String oneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r").replace('\t', ' ');
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String left(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }

    private static String cut(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text;
    }
}
