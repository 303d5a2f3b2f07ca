// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.Check.Level;
import java.util.List;
import java.util.Locale;

/** What {@code doctor} prints: a table, then what to do, then the answer; it fits into 80 columns. */
final class DoctorText {

    private static final int WIDTH = 79;
    private static final int LEVEL_WIDTH = 7;
    private static final int NAME_WIDTH = 15;
    private static final int FOUND_WIDTH = 31;
    private static final int LIMIT_WIDTH = WIDTH - LEVEL_WIDTH - NAME_WIDTH - FOUND_WIDTH - 6;
    private static final String ROW = "%-" + LEVEL_WIDTH + "s  %-" + NAME_WIDTH + "s  %-" + FOUND_WIDTH + "s  %s";

    private final StringBuilder out = new StringBuilder();

    private DoctorText() {}

    static String of(Examination examination) {
        DoctorText text = new DoctorText();
        text.paragraph("Machine: " + examination.environment().machineClass());
        text.out.append('\n');
        text.line(String.format(Locale.ROOT, ROW, "", "check", "found", "limit"));
        examination.checks().forEach(text::row);
        text.advice(examination.checks());
        text.out.append('\n');
        text.paragraph(answer(examination));
        return text.out.toString();
    }

    private void row(Check check) {
        List<String> found = TextTable.wrap(check.found(), FOUND_WIDTH);
        List<String> limit = TextTable.wrap(check.limit().orElse("–"), LIMIT_WIDTH);
        for (int i = 0; i < Math.max(found.size(), limit.size()); i++) {
            line(String.format(
                    Locale.ROOT,
                    ROW,
                    i == 0 ? word(check.level()) : "",
                    i == 0 ? check.name() : "",
                    i < found.size() ? found.get(i) : "",
                    i < limit.size() ? limit.get(i) : ""));
        }
    }

    private void advice(List<Check> checks) {
        if (checks.stream().anyMatch(check -> check.advice().isPresent())) {
            out.append('\n');
        }
        for (Check check : checks) {
            check.advice().ifPresent(advice -> {
                String mark = check.level() == Level.OK ? "" : word(check.level()) + ", ";
                (mark + check.name() + ": " + advice).lines().forEach(this::paragraph);
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
        TextTable.wrap(text, WIDTH).forEach(this::line);
    }

    private void line(String text) {
        out.append(text.stripTrailing()).append('\n');
    }
}
