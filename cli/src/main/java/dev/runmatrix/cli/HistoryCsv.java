// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.HistoryPoint;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.history.RunSeries;
import dev.runmatrix.reports.words.Legible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A series as a CSV file for Apache Otava: the time, the commit, the run, and a column for each cell, empty where it has no
 * value. Columns are named by the cell's name and id, so that a changed matrix does not mix cells.
 */
final class HistoryCsv {

    /** Quotes do not keep a table program from calculating. */
    private static final String FORMULA = "=+-@\t\r";

    private final Metric metric;
    private final RunSeries series;

    private HistoryCsv(Metric metric, RunSeries series) {
        this.metric = metric;
        this.series = series;
    }

    /** The series with the newest run; a heading alone where there is no run. */
    static List<String> lines(History history) {
        return history.series().isEmpty()
                ? List.of("time,commit,run")
                : new HistoryCsv(history.metric(), history.series().get(0)).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("time,commit,run"
                + series.cells().stream()
                        .map(cell -> "," + quoted(column(cell)))
                        .collect(Collectors.joining()));
        for (int i = 0; i < series.runs().size(); i++) {
            lines.add(line(i));
        }
        return lines;
    }

    private String column(CellHistory cell) {
        return metric.key() + "_" + cell.planned().name() + "_" + cell.key().cellId();
    }

    private String line(int number) {
        RunLevels run = series.runs().get(number);
        return run.startedAt() + "," + quoted(run.build().commit().orElse("")) + "," + quoted(run.id())
                + series.cells().stream().map(cell -> "," + value(cell, number)).collect(Collectors.joining());
    }

    private static String value(CellHistory cell, int number) {
        return cell.compared().stream()
                .filter(point -> point.run() == number)
                .map(HistoryPoint::level)
                .map(level -> String.valueOf(level.median()))
                .findFirst()
                .orElse("");
    }

    /** On one line; a text that a table program would take for a formula begins with an apostrophe. */
    private static String quoted(String text) {
        if (text.matches("[A-Za-z0-9][A-Za-z0-9_.-]*|")) {
            return text;
        }
        String start = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" : "";
        return '"' + start + Legible.line(text).replace("\"", "\"\"") + '"';
    }
}
