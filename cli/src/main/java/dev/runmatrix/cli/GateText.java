// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a gate says for a terminal: what is not plainly kept, in a table, and why. */
final class GateText {

    private static final int MOST_ROWS = 20;

    /** Sentences are long, and those of the inconclusive are much alike. */
    private static final int MOST_FAILURES = 5;

    private static final String NONE = "–";

    private GateText() {}

    /** All lines; the rules are shortened where there is no room. */
    static List<String> lines(GateReport report, Paint paint) {
        List<String> lines = new ArrayList<>();
        wrapped(GateWords.headline(report), lines);
        List<GateResult> notKept = GateWords.notKept(report);
        table(
                notKept.stream()
                        .filter(result -> result.outcome() != GateOutcome.NOT_MEASURED)
                        .toList(),
                paint,
                lines);
        sentences(notKept).forEach(sentence -> wrapped(sentence, lines));
        report.notices().forEach(notice -> wrapped(notice, lines));
        lines.replaceAll(paint::sentence);
        return lines;
    }

    private static void table(List<GateResult> results, Paint paint, List<String> lines) {
        if (results.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                        Column.state(""),
                        Column.left(""),
                        Column.flexible("rule"),
                        Column.of("measured"),
                        Column.of("interval"))
                .spaced(2, 2);
        results.stream()
                .limit(MOST_ROWS)
                .forEach(result -> table.row(List.of(
                        GateWords.word(result.outcome()),
                        result.cell().name(),
                        result.ruleText(),
                        result.valueText().orElse(NONE),
                        result.intervalText().orElse(NONE))));
        lines.addAll(table.lines(paint));
        if (results.size() > MOST_ROWS) {
            lines.add("  and " + (results.size() - MOST_ROWS) + " more; gate.json has them all");
        }
    }

    /** What failed and what is accepted, each in a sentence, and an example of what could not be judged. */
    private static List<String> sentences(List<GateResult> results) {
        Map<GateOutcome, Integer> told = new EnumMap<>(GateOutcome.class);
        List<String> sentences = new ArrayList<>();
        for (GateResult result : results) {
            boolean grave = result.outcome() == GateOutcome.FAIL || result.outcome() == GateOutcome.ACCEPTED;
            if (told.merge(result.outcome(), 1, Integer::sum) <= (grave ? MOST_FAILURES : 1)) {
                sentences.add(GateWords.word(result.outcome()) + "  " + result.sentence());
            }
        }
        int unmeasured = told.getOrDefault(GateOutcome.NOT_MEASURED, 0);
        if (unmeasured > 1) {
            sentences.add("not measured  and " + (unmeasured - 1) + " more; gate.json has the reason of each");
        }
        return sentences;
    }

    private static void wrapped(String text, List<String> lines) {
        lines.addAll(TextTable.wrap(text, TextTable.WIDTH));
    }
}
