// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * The engines on one input.
 *
 * @param dataset the input
 * @param lead which is fastest and which is cheapest
 * @param memoryUnit unit of the memory column
 * @param wallScale what the bars run over, {@code 0 to 105 s}
 * @param rows the fastest first
 */
public record EngineTable(String dataset, Text lead, String memoryUnit, String wallScale, List<Row> rows) {

    /**
     * One engine.
     *
     * @param engine its name
     * @param cell its fastest cell, or its first one without a rank
     * @param label the configuration of that cell
     * @param costs what that cell costs
     * @param bar its wall time; absent where there is none
     * @param ratio wall against that of the fastest engine, {@code 1} for that one; a dash without a rank
     * @param interval of the ratio, in brackets; empty where there is none
     * @param verdict what the comparison shows; empty for the fastest
     * @param leastCpu core-seconds of its cheapest cell, or a dash
     * @param cheapest that cell where it is another one; empty otherwise
     * @param cost core-seconds for a million pod rows in its cheapest cell, or a dash
     * @param output what checking its output found
     * @param state what keeps it from a rank; empty where nothing does
     */
    public record Row(
            String engine,
            String cell,
            String label,
            Costs costs,
            Optional<Drawing> bar,
            String ratio,
            String interval,
            String verdict,
            String leastCpu,
            String cheapest,
            String cost,
            Tag output,
            Tag state) {}

    public EngineTable {
        rows = List.copyOf(rows);
    }
}
