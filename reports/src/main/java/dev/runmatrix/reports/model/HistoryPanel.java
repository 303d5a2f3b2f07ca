// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import java.util.List;

/**
 * The chart of a cell and the numbers behind it.
 *
 * @param cell its name
 * @param label its configuration
 * @param state its last value with its unit
 * @param drawing the chart
 * @param rows a row a run, the newest first
 */
public record HistoryPanel(String cell, String label, String state, Drawing drawing, List<Row> rows) {

    public HistoryPanel {
        rows = List.copyOf(rows);
    }

    /**
     * One run.
     *
     * @param run its name
     * @param when when it began
     * @param build the commit or else the digest of what it measured
     * @param forks clean forks
     * @param median their median
     * @param interval 95 % interval of the median; empty where there are too few forks
     * @param note what sets the run apart; empty for most
     */
    public record Row(
            String run, String when, String build, String forks, String median, String interval, String note) {}
}
