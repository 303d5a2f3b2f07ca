// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.Check.Level;
import java.util.List;
import java.util.Locale;

/** What {@code doctor} prints: a table, then what to do, then the answer; it fits into 80 columns. */
final class DoctorText {

    private static final int WIDTH = TextTable.WIDTH - 1;

    private final Paint paint;
    private final StringBuilder out = new StringBuilder();

    private DoctorText(Paint paint) {
        this.paint = paint;
    }

    static String of(Examination examination, Paint paint) {
        DoctorText text = new DoctorText(paint);
        text.paragraph("Machine: " + examination.environment().machineClass());
        text.out.append('\n');
        TextTable table = new TextTable(
                Column.state("").atLeast(7), Column.left("check"), Column.wrapped("found"), Column.wrapped("limit"));
        examination.checks().forEach(check -> table.row(row(check)));
        table.lines(paint).forEach(text::line);
        text.advice(examination.checks());
        text.out.append('\n');
        text.paragraph(answer(examination));
        return text.out.toString();
    }

    private static List<String> row(Check check) {
        return List.of(
                word(check.level()), check.name(), check.found(), check.limit().orElse("–"));
    }

    private void advice(List<Check> checks) {
        if (checks.stream().anyMatch(check -> check.advice().isPresent())) {
            out.append('\n');
        }
        for (Check check : checks) {
            check.advice().ifPresent(advice -> {
                String mark = check.level() == Level.OK ? "" : word(check.level()) + ", ";
                (mark + check.name() + ": " + advice)
                        .lines()
                        .filter(line -> !line.isBlank())
                        .forEach(this::paragraph);
            });
        }
    }

    private static String answer(Examination examination) {
        long warnings = examination.checks().stream()
                .filter(check -> check.level() == Level.WARNING)
                .count();
        String counted = warnings == 0 ? "" : warnings == 1 ? "; 1 warning" : "; " + warnings + " warnings";
        int status = examination.exitStatus();
        return status == ExitCode.OK.status()
                ? "Nothing prevents a run" + counted + "."
                : "A run would end with exit status " + status + " and measure nothing" + counted + ".";
    }

    private static String word(Level level) {
        return level == Level.OK ? "ok" : level.name().toLowerCase(Locale.ROOT);
    }

    private void paragraph(String text) {
        TextTable.wrap(text, WIDTH).forEach(line -> line(paint.sentence(line)));
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
