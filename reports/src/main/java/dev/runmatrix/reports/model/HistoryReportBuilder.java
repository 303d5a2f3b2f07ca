// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.ChangePoints;
import dev.runmatrix.harness.statistics.Creep;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.CellLevels;
import dev.runmatrix.reports.history.Change;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.history.RunSeries;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** Puts a history into words. */
final class HistoryReportBuilder {

    private final History history;
    private final List<String> leftOut;
    private final HistoryUnits units;

    HistoryReportBuilder(History history, List<String> leftOut) {
        this.history = history;
        this.leftOut = leftOut;
        this.units = HistoryUnits.of(history);
    }

    HistoryReport build() {
        List<HistorySection> sections = new ArrayList<>();
        for (RunSeries series : history.series()) {
            sections.add(new HistorySectionBuilder(units, series, sections.size() + 1).build());
        }
        String title = "History of " + units.noun();
        return new HistoryReport(title, units.unit(), sentence(), sections, leftOut, notes());
    }

    private Text sentence() {
        if (history.series().isEmpty()) {
            return Text.of("No stored run to look at.");
        }
        RunSeries newest = history.series().get(0);
        Text text = newest.changes().isEmpty() ? quiet(newest) : changed(newest);
        int creeping = newest.creeping().size();
        if (creeping > 0) {
            text = text.plain(" " + HistoryUnits.cells(creeping) + (creeping == 1 ? " has" : " have")
                    + " left the level of the pinned release.");
        }
        return text;
    }

    private Text quiet(RunSeries newest) {
        int able = (int)
                newest.cells().stream().filter(cell -> cell.missing() == 0).count();
        if (able == 0) {
            int missing =
                    newest.cells().stream().mapToInt(CellHistory::missing).min().orElse(0);
            return Text.of("Nothing can be told yet: a change takes "
                    + (ChangePoints.LEAST_BEFORE + ChangePoints.LEAST_AFTER) + " runs of a cell to be seen, "
                    + missing + " more are needed.");
        }
        return Text.of("No lasting change of " + units.noun() + " in " + HistoryUnits.cells(able) + " and "
                + HistoryUnits.runs(newest.runs().size()) + ".");
    }

    private Text changed(RunSeries newest) {
        List<Change> changes = newest.changes();
        Change latest = changes.get(changes.size() - 1);
        boolean one = changes.size() == 1;
        String count = one ? "1 lasting change of " : changes.size() + " lasting changes of ";
        return Text.of(count + units.noun() + " in "
                        + HistoryUnits.runs(newest.runs().size()) + (one ? ": in " : "; the latest in "))
                .plain(HistoryUnits.cells(latest.cells().size()) + " since run ")
                .code(latest.after().id())
                .plain(".");
    }

    private List<Text> notes() {
        String tolerance = Units.percent(history.metric().tolerance());
        List<Text> notes = new ArrayList<>();
        notes.add(
                Text.of(
                        "One point a cell and run: the median of its clean forks. Points of fewer than "
                                + CellLevels.LEAST_FORKS
                                + " clean forks are hollow and compared with nothing. Runs of another machine class,"
                                + " JDK, JVM arguments or data make a series of their own; runs that measured two builds are left out."));
        notes.add(Text.of("A change is lasting where the medians of at least " + ChangePoints.LEAST_BEFORE
                + " runs before and " + ChangePoints.LEAST_AFTER + " after differ by 3" + Units.SPACE
                + "% of the former or"
                + " more and p of a t test of their logarithms, far values drawn in, is below 0.001; the last "
                + ChangePoints.WINDOW
                + " runs are looked at each time. Once " + ChangePoints.LEAST_BEFORE
                + " runs follow, they have to bear it out (exact Mann\u2013Whitney, p below 0.001). The interval is of the runs"
                + " on either side. It is a trend warning: no two of the builds ran side by side."));
        notes.add(Text.of("Against the pinned release: the median of the last " + Creep.NIGHTS
                + " newer runs, told where it is " + tolerance
                + " of the release's or more away and what sittings differ by cannot explain it."
                + (history.metric() == Metric.PEAK_RSS
                        ? ""
                        : " Runs of the release's own build count for the release.")));
        return notes;
    }
}
