// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.model.KeyValue;
import dev.runmatrix.reports.model.TriageReport;
import dev.runmatrix.reports.model.TriageStatement;
import dev.runmatrix.reports.model.TriageThread;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What is found of a live process as lines for a terminal. */
final class TriageText {

    private static final int KEY_WIDTH = 19;

    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private TriageText(Paint paint) {
        this.paint = paint;
    }

    static List<String> lines(TriageReport report, Paint paint) {
        TriageText text = new TriageText(paint);
        text.write(report);
        return List.copyOf(text.lines);
    }

    private void write(TriageReport report) {
        paragraph(report.title(), "  ");
        lines.add("");
        report.facts().forEach(this::row);
        lines.add("");
        report.status().forEach(this::row);
        if (!report.threads().isEmpty()) {
            lines.add("");
            TextTable table = new TextTable(
                    Column.flexible("Thread"),
                    Column.right("cores"),
                    Column.right("queued"),
                    Column.flexible("state"),
                    Column.flexible("waits for"));
            report.threads().forEach(thread -> table.row(row(thread)));
            lines.addAll(table.lines(paint));
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

    private static List<String> row(TriageThread thread) {
        return Stream.of(thread.name(), thread.cores(), thread.queued(), thread.state(), thread.waits())
                .map(TriageText::onOneLine)
                .toList();
    }

    private void paragraph(String text, String indent) {
        TextTable.wrap(onOneLine(text), TextTable.WIDTH, indent).forEach(line -> lines.add(paint.sentence(line)));
    }

    /** With the breaks that others have put there shown. */
    private static String onOneLine(String text) {
        return text.replace("\n", "\\n").replace("\r", "\\r");
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }
}
