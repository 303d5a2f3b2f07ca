// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;

/** One square for every planned fork, grouped by cell, so that gaps and failures are seen at a glance. */
public final class ForkSquares {
    private static final double SIDE = 11;
    private static final double PITCH = 14;
    private static final double LINE = 18;
    private static final double GAP = 20;
    private static final double FONT_SIZE = 12;
    private static final double LONGEST_NAME = 110;
    private static final int MOST_IN_A_LINE = 10;

    private final List<CellForks> cells;
    private final Svg svg = new Svg();

    private ForkSquares(List<CellForks> cells) {
        this.cells = cells;
    }

    /** What became of a planned fork. */
    public enum State {
        /** A filled square. */
        CLEAN,
        /** A red square with a cross. */
        FAILED,
        /** An outlined square with a stroke. */
        CONTAMINATED,
        /** A dashed outline. */
        NOT_RUN
    }

    /**
     * The forks of one cell.
     *
     * @param cell id of the cell, written before its squares
     * @param tip the same in words
     * @param forks in the order in which they ran or would have run
     */
    public record CellForks(String cell, String tip, List<State> forks) {
        public CellForks {
            forks = List.copyOf(forks);
        }
    }

    /**
     * Draws all cells in columns that fill the width evenly.
     *
     * @param label what the drawing says, for those who cannot see it: the counts
     * @param cells in the order of the report
     */
    public static Figure draw(String label, List<CellForks> cells) {
        List<CellForks> copy = List.copyOf(cells);
        return new Figure(new ForkSquares(copy).within(700, label), new ForkSquares(copy).within(352, label));
    }

    private Drawing within(double width, String label) {
        double nameRoom = nameRoom();
        int perLine = Math.min(MOST_IN_A_LINE, Math.max(1, mostForks()));
        double columnWidth = nameRoom + perLine * PITCH + GAP;
        int mostColumns = Math.max(1, (int) ((width + GAP) / columnWidth));
        int rows = Math.max(1, divideUp(cells.size(), mostColumns));
        int columns = Math.max(1, divideUp(cells.size(), rows));
        double rowHeight = LINE * Math.max(1, divideUp(mostForks(), perLine));
        for (int index = 0; index < cells.size(); index++) {
            int row = index / columns;
            cell(cells.get(index), index % columns * columnWidth, row * rowHeight, nameRoom, perLine);
        }
        return svg.drawing(columns * columnWidth - GAP, rows * rowHeight, label, "chart c-squares");
    }

    private double nameRoom() {
        double widest = cells.stream()
                .mapToDouble(cell -> TextWidth.of(cell.cell(), FONT_SIZE))
                .max()
                .orElse(0);
        return Math.min(LONGEST_NAME, widest) + 6;
    }

    private int mostForks() {
        return cells.stream().mapToInt(cell -> cell.forks().size()).max().orElse(0);
    }

    private static int divideUp(int count, int by) {
        return (count + by - 1) / by;
    }

    private void cell(CellForks cell, double x, double y, double nameRoom, int perLine) {
        svg.mark(cell.cell(), cell.tip(), drawn -> {
            drawn.text(x, y + 12, Anchor.START, TextWidth.clipped(cell.cell(), FONT_SIZE, nameRoom - 6), "c-tick");
            for (int fork = 0; fork < cell.forks().size(); fork++) {
                int line = fork / perLine;
                double left = x + nameRoom + fork % perLine * PITCH;
                square(drawn, left, y + 2 + line * LINE, cell.forks().get(fork));
            }
        });
    }

    private static void square(Svg drawn, double x, double y, State state) {
        Box box = new Box(x + 0.5, y + 0.5, x + SIDE - 0.5, y + SIDE - 0.5);
        switch (state) {
            case CLEAN -> drawn.rounded(new Box(x, y, x + SIDE, y + SIDE), 2, "c-sq-clean");
            case FAILED -> {
                drawn.rounded(new Box(x, y, x + SIDE, y + SIDE), 2, "c-sq-failed");
                Symbols.cross(drawn, x + SIDE / 2, y + SIDE / 2, 2.6, "c-sq-cross");
            }
            case CONTAMINATED -> {
                drawn.rounded(box, 2, "c-sq-contaminated");
                drawn.line(x + 2.5, y + SIDE - 2.5, x + SIDE - 2.5, y + 2.5, "c-sq-stroke");
            }
            case NOT_RUN -> drawn.rounded(box, 2, "c-sq-not-run");
        }
    }
}
