// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Explanation;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.outline.DayOutline;
import dev.runmatrix.aggregator.outline.InputOutline;
import dev.runmatrix.aggregator.outline.TableOutline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What {@code aggregate --explain} prints; it fits into 80 columns but for paths. */
final class ExplanationText {

    private static final int WIDTH = 79;

    /** Runs of days shown; of more, the first and the last are. */
    private static final int MOST_RUNS = 12;

    private final Explanation explanation;
    private final Paint paint;
    private final List<String> lines = new ArrayList<>();

    private ExplanationText(Explanation explanation, Paint paint) {
        this.explanation = explanation;
        this.paint = paint;
    }

    static List<String> lines(Explanation explanation, Paint paint) {
        ExplanationText text = new ExplanationText(explanation, paint);
        text.addTables();
        text.addDays();
        text.addState();
        text.addSettings();
        return text.lines;
    }

    private void addTables() {
        TextTable table = new TextTable(
                Column.flexible("Table"),
                Column.of("Files"),
                Column.of("Row groups"),
                Column.of("Rows"),
                Column.of("To read"));
        for (TableOutline outline : explanation.outline().tables()) {
            table.row(List.of(
                    outline.name(),
                    count(outline.files()),
                    count(outline.rowGroups()),
                    count(outline.rows()),
                    String.format(Locale.ROOT, "%,.1f MB", outline.bytes() / 1e6)));
        }
        lines.addAll(table.lines(paint));
        lines.add("");
    }

    private void addDays() {
        List<DayOutline> days = explanation.outline().days();
        if (days.isEmpty()) {
            return;
        }
        TextTable table = new TextTable(
                Column.left("Days"),
                Column.of("Number"),
                Column.of("Row groups each"),
                Column.of("Rows each, at most"));
        int shown = days.size() <= MOST_RUNS ? days.size() : MOST_RUNS / 2;
        days.subList(0, shown).forEach(run -> table.row(cells(run)));
        if (shown < days.size()) {
            int last = days.size() - shown;
            long hidden = days.subList(shown, last).stream()
                    .mapToLong(ExplanationText::length)
                    .sum();
            table.row(List.of("..", count(hidden), "..", ".."));
            days.subList(last, days.size()).forEach(run -> table.row(cells(run)));
        }
        lines.addAll(table.lines(paint));
        lines.add("");
    }

    private static List<String> cells(DayOutline run) {
        String days = run.first().equals(run.last()) ? "" + run.first() : run.first() + " to " + run.last();
        return List.of(days, count(length(run)), count(run.rowGroups()), count(run.rows()));
    }

    private static long length(DayOutline run) {
        return run.last().toEpochDay() - run.first().toEpochDay() + 1;
    }

    private void addState() {
        InputOutline outline = explanation.outline();
        if (explanation.closesDays()) {
            add("Each day is written when its last row group has been read: the groups of at most "
                    + count(explanation.heldRows()) + " rows are held at a time.");
        } else if (outline.silentFile().isPresent()) {
            add("No day is written before all rows have been read, and the groups of all rows are held until then: "
                    + count(outline.silentRowGroups())
                    + " of the row groups of pod_usage do not tell the days of their rows"
                    + " by statistics of interval_start. One of them is in:");
            lines.add("  " + outline.silentFile().get());
        } else {
            add("No day is written before all rows have been read: statistics of interval_start name too many days.");
        }
        add("Groups that take more than " + Amounts.bytes(explanation.stateBytes())
                + " of memory go to temporary files and are merged.");
        lines.add("");
    }

    private void addSettings() {
        AggregationConfig settings = explanation.settings();
        boolean streaming = settings.mode() == Mode.STREAMING;
        String threads = count(explanation.threads()) + (explanation.threads() == 1 ? " thread" : " threads");
        String chunks = streaming ? ", chunks of " + count(settings.chunkSize()) + " rows" : "";
        add((explanation.choice().isPresent() ? "Chosen: " : "Asked for: ") + settings.mode() + ", " + threads
                + chunks);
        explanation.choice().map(Choice::reasons).orElse(List.of()).forEach(reason -> add("- " + reason));
    }

    private void add(String sentence) {
        lines.addAll(TextTable.wrap(sentence, WIDTH));
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
