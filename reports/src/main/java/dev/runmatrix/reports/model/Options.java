// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * The proposals, measured.
 *
 * @param lead what they show together
 * @param memoryUnit unit of the memory column
 * @param wallScale what the bars run over, {@code 0 to 105 s}
 * @param rows the reference first, then the proposals in plan order
 */
public record Options(Text lead, String memoryUnit, String wallScale, List<Row> rows) {

    /**
     * One proposal.
     *
     * @param name as the reader knows it
     * @param cell the cell that measures it
     * @param change what it sets; empty for the reference
     * @param costs what it costs
     * @param bar its wall time; absent where there is none
     * @param gain how many times as fast as the reference, or a dash
     * @param interval of the gain, in brackets; empty where there is none
     * @param verdict what the comparison shows; empty for the reference
     * @param stated the gain that was promised, or a dash
     * @param projected the gain that was projected before the cell was measured; absent where nothing was
     * @param front whether it is on the Pareto front of wall time and memory, in a word; a dash without a rank
     * @param output what checking its output found
     * @param state what keeps it from a rank; empty where nothing does
     * @param recommended whether it is the recommendation
     */
    public record Row(
            String name,
            String cell,
            List<String> change,
            Costs costs,
            Optional<Drawing> bar,
            String gain,
            String interval,
            String verdict,
            String stated,
            Optional<String> projected,
            String front,
            Tag output,
            Tag state,
            boolean recommended) {

        public Row {
            change = List.copyOf(change);
        }
    }

    public Options {
        rows = List.copyOf(rows);
    }
}
