// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import java.util.Comparator;

/**
 * Ranked cells by wall time, then small samples by wall time, then disturbed ones by CPU time, which other load disturbs
 * less; those without a result last, in plan order.
 */
final class RowOrder {

    private RowOrder() {}

    static Comparator<CellAnalysis> comparator() {
        return Comparator.comparing(CellAnalysis::state)
                .thenComparingDouble(RowOrder::cost)
                .thenComparing(CellAnalysis::name);
    }

    private static double cost(CellAnalysis cell) {
        boolean byCpu = cell.state() == CellState.CONTAMINATED;
        boolean timed = byCpu || cell.state() == CellState.RANKED || cell.state() == CellState.FEW_FORKS;
        return cell.numbers()
                .filter(n -> timed)
                .map(n -> byCpu ? n.shown().cpuSeconds() : n.shown().wallSeconds())
                .orElse(0.0);
    }
}
