// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;

/** One square for every cell, where one for every fork would be more than is looked at. */
final class CellSquares {
    private static final double TOP = 22;

    private CellSquares() {}

    static Drawing draw(String label, List<ForkSquares.CellForks> cells, double width) {
        Svg svg = new Svg();
        svg.text(0, 12, Anchor.START, "One square a cell: the worst of its forks.", "c-tick");
        int perLine = (int) (width / ForkSquares.PITCH);
        for (int at = 0; at < cells.size(); at++) {
            ForkSquares.CellForks cell = cells.get(at);
            int line = at / perLine;
            double x = (at - line * perLine) * ForkSquares.PITCH;
            double y = TOP + line * ForkSquares.PITCH;
            svg.mark(
                    cell.cell(),
                    cell.cell() + ": " + cell.worst().words(),
                    drawn -> ForkSquares.square(drawn, x, y, cell.worst()));
        }
        double lines = Math.ceil((double) cells.size() / perLine);
        return svg.drawing(width, TOP + lines * ForkSquares.PITCH, label, "chart c-squares");
    }
}
