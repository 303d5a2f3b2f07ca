// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import dev.runmatrix.aggregator.AggregationCounters;
import java.util.List;

/**
 * The right answer.
 *
 * @param rows in the order of the output
 * @param rowsRead pod usage rows
 * @param badInterval pod usage rows without a readable interval
 * @param outOfRange pod usage rows outside the dates asked for
 * @param noNode the other pod usage rows whose node is null or ""
 * @param badLabels rows of any table whose label text is unreadable, dropped rows too
 * @param nonFinite NaN and infinite numbers of pod usage rows, dropped rows too
 */
record ReferenceSummary(
        List<SummaryRow> rows,
        long rowsRead,
        long badInterval,
        long outOfRange,
        long noNode,
        long badLabels,
        long nonFinite) {
    ReferenceSummary {
        rows = List.copyOf(rows);
    }

    /** As the aggregator counts. */
    AggregationCounters counters() {
        return new AggregationCounters(rowsRead, badInterval, outOfRange, noNode, badLabels, nonFinite, rows.size());
    }
}
