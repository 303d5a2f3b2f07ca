// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.chart.HistoryChart;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.history.CellChange;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.CellLevels;
import dev.runmatrix.reports.history.HistoryPoint;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.history.RunSeries;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** Draws the history of a cell, with the numbers behind it. */
final class HistoryPanelBuilder {

    private final HistoryUnits units;
    private final RunSeries series;
    private final HistoryNames names;
    private final HistoryScale scale;

    HistoryPanelBuilder(HistoryUnits units, RunSeries series, HistoryNames names, HistoryScale scale) {
        this.units = units;
        this.series = series;
        this.names = names;
        this.scale = scale;
    }

    /** The cell has a point. */
    HistoryPanel panel(CellHistory cell) {
        HistoryPoint last = cell.points().get(cell.points().size() - 1);
        return new HistoryPanel(
                names.name(cell),
                names.label(cell),
                units.withUnit(last.level().median()),
                HistoryChart.draw(chart(cell)),
                rows(cell));
    }

    private HistoryChart.Panel chart(CellHistory cell) {
        double base = scale.base(cell);
        List<CellChange> changes = series.changesOf(cell);
        return new HistoryChart.Panel(
                names.name(cell),
                names.name(cell) + ", " + names.label(cell) + ": " + units.noun() + " in "
                        + HistoryUnits.runs(cell.points().size()) + ", "
                        + (changes.isEmpty()
                                ? "no lasting change"
                                : Units.counted(changes.size(), "lasting change", "lasting changes")),
                Scope.family(cell.planned()),
                series.runs().size(),
                scale.reach(),
                "0" + Units.SPACE + "% = " + units.withUnit(base),
                HistoryUnits.day(series.runs().get(0).startedAt()),
                HistoryUnits.day(series.newest().startedAt()),
                cell.points().stream().map(point -> point(point, base)).toList(),
                levels(cell, changes, base),
                changes.stream().map(HistoryPanelBuilder::change).toList());
    }

    private HistoryChart.Point point(HistoryPoint point, double base) {
        RunLevels run = series.runs().get(point.run());
        String tip = HistoryUnits.day(run.startedAt()) + ", " + HistoryUnits.build(run.build()) + ": "
                + units.withUnit(point.level().median()) + ", "
                + Units.counted(point.level().forks(), "fork", "forks");
        return new HistoryChart.Point(
                point.run(),
                point.level().median() / base,
                point.level().interval().map(i -> new Range(i.low() / base, i.high() / base)),
                point.compared(),
                tip);
    }

    private static List<HistoryChart.Level> levels(CellHistory cell, List<CellChange> changes, double base) {
        List<HistoryChart.Level> levels = new ArrayList<>();
        if (!changes.isEmpty()) {
            long from = Long.MIN_VALUE;
            for (CellChange change : changes) {
                add(cell, from, change.shift().night(), base, levels);
                from = change.shift().night();
            }
            add(cell, from, Long.MAX_VALUE, base, levels);
        }
        return levels;
    }

    private static void add(CellHistory cell, long from, long to, double base, List<HistoryChart.Level> levels) {
        List<HistoryPoint> points = cell.compared().stream()
                .filter(point -> point.run() >= from && point.run() < to)
                .toList();
        if (!points.isEmpty()) {
            double level = Median.of(
                    points.stream().mapToDouble(point -> point.level().median()).toArray());
            levels.add(new HistoryChart.Level(
                    points.get(0).run(), points.get(points.size() - 1).run(), level / base));
        }
    }

    private static HistoryChart.Change change(CellChange change) {
        double ratio = change.ratio().estimate();
        return new HistoryChart.Change(
                Math.toIntExact(change.shift().night()), HistoryUnits.change(ratio) + Units.SPACE + "%", ratio > 1);
    }

    /** The newest first. */
    private List<HistoryPanel.Row> rows(CellHistory cell) {
        List<HistoryPanel.Row> rows = new ArrayList<>();
        List<CellChange> changes = series.changesOf(cell);
        for (HistoryPoint point : cell.points()) {
            rows.add(0, row(point, changes));
        }
        return rows;
    }

    private HistoryPanel.Row row(HistoryPoint point, List<CellChange> changes) {
        RunLevels run = series.runs().get(point.run());
        String changed = changes.stream()
                .filter(change -> change.shift().night() == point.run())
                .map(change -> "changed")
                .findFirst()
                .orElse("");
        return new HistoryPanel.Row(
                run.id(),
                Units.instant(run.startedAt()),
                HistoryUnits.build(run.build()),
                Units.count(point.level().forks()),
                units.number(point.level().median()),
                point.level().interval().map(units::range).orElse(""),
                point.compared() ? changed : "fewer than " + CellLevels.LEAST_FORKS + " clean forks");
    }
}
