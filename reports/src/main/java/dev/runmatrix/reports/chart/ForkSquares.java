// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Comparator;
import java.util.List;

/** One square for every planned fork, grouped by cell, so that gaps and failures are seen at a glance. */
public final class ForkSquares {
    static final double SIDE = 11;
    static final double PITCH = 14;
    private static final double LINE = 18;
    private static final double GAP = 20;
    private static final double FONT_SIZE = 12;
    private static final double LONGEST_NAME = 110;
    private static final int MOST_IN_A_LINE = 10;
    private static final int MOST_CELLS = 100;

    private final List<CellForks> cells;
    private final double nameRoom;
    private final double slotWidth;
    private final int slots;
    private final Svg svg = new Svg();

    private ForkSquares(List<CellForks> cells, double width) {
        this.cells = cells;
        this.nameRoom = nameRoom(cells);
        this.slotWidth = nameRoom + usualForks(cells) * PITCH + GAP;
        int most = Math.max(1, (int) ((width + GAP) / slotWidth));
        this.slots = evenly(most);
    }

    /** The fewest slots that need no more rows than the most do. */
    private int evenly(int most) {
        int enough = 1;
        while (enough < most && rows(enough) > rows(most)) {
            enough++;
        }
        return enough;
    }

    private int rows(int slotsInARow) {
        int rows = 1;
        int used = 0;
        for (CellForks cell : cells) {
            int wanted = slotsFor(cell, slotsInARow);
            rows += used + wanted > slotsInARow ? 1 : 0;
            used = used + wanted > slotsInARow ? wanted : used + wanted;
        }
        return rows;
    }

    /** What became of a planned fork. */
    public enum State {
        /** A filled square. */
        CLEAN("clean"),
        /** A red square with a cross. */
        FAILED("failed"),
        /** A red disc with the hands of a clock. */
        TIMED_OUT("timed out"),
        /** A red diamond with a bar. */
        WRONG_OUTPUT("wrong output"),
        /** An outlined square with a stroke. */
        CONTAMINATED("contaminated"),
        /** A dashed outline. */
        NOT_RUN("not run");

        private final String words;

        State(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        private int weight() {
            return switch (this) {
                case CLEAN -> 0;
                case NOT_RUN -> 1;
                case CONTAMINATED -> 2;
                case TIMED_OUT -> 3;
                case WRONG_OUTPUT -> 4;
                case FAILED -> 5;
            };
        }
    }

    /** One square alone, for the line that explains them in words. */
    public static Drawing symbol(State state) {
        Svg svg = new Svg();
        square(svg, 1, 1, state);
        return svg.besideNumbers(SIDE + 2, SIDE + 2);
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

        /** What the worst of them came to. */
        State worst() {
            return forks.stream().max(Comparator.comparing(State::weight)).orElse(State.NOT_RUN);
        }
    }

    /**
     * Draws all cells in columns that fill the width evenly; of very many, one square each.
     *
     * @param label what the drawing says, for those who cannot see it: the counts
     * @param cells in the order of the report
     */
    public static Figure draw(String label, List<CellForks> cells) {
        List<CellForks> copy = List.copyOf(cells);
        if (copy.size() > MOST_CELLS) {
            return new Figure(CellSquares.draw(label, copy, 430), CellSquares.draw(label, copy, 352));
        }
        return new Figure(new ForkSquares(copy, 700).drawing(label), new ForkSquares(copy, 352).drawing(label));
    }

    /** Cells stand in slots below each other; one that ran more forks than most takes several slots of its row. */
    private Drawing drawing(String label) {
        double y = 0;
        double rowHeight = LINE;
        int used = 0;
        for (CellForks cell : cells) {
            int wanted = slotsFor(cell, slots);
            if (used + wanted > slots) {
                y += rowHeight;
                rowHeight = LINE;
                used = 0;
            }
            int perLine = (int) ((wanted * slotWidth - GAP - nameRoom) / PITCH + 1e-9);
            cell(cell, used * slotWidth, y, perLine);
            rowHeight = Math.max(rowHeight, LINE * divideUp(cell.forks().size(), perLine));
            used += wanted;
        }
        return svg.drawing(slots * slotWidth - GAP, y + rowHeight, label, "chart c-squares");
    }

    private int slotsFor(CellForks cell, int most) {
        double width = nameRoom + cell.forks().size() * PITCH + GAP;
        return Math.max(1, Math.min(most, (int) Math.ceil(width / slotWidth - 1e-9)));
    }

    private static double nameRoom(List<CellForks> cells) {
        double widest = cells.stream()
                .mapToDouble(cell -> TextWidth.of(cell.cell(), FONT_SIZE))
                .max()
                .orElse(0);
        return Math.min(LONGEST_NAME, widest) + 6;
    }

    private static int usualForks(List<CellForks> cells) {
        int[] counts =
                cells.stream().mapToInt(cell -> cell.forks().size()).sorted().toArray();
        int middle = counts.length == 0 ? 1 : counts[counts.length / 2];
        return Math.max(1, Math.min(MOST_IN_A_LINE, middle));
    }

    private static int divideUp(int count, int by) {
        return (count + by - 1) / by;
    }

    private void cell(CellForks cell, double x, double y, int perLine) {
        svg.mark(cell.cell(), cell.tip(), drawn -> {
            drawn.text(x, y + 12, Anchor.START, TextWidth.clipped(cell.cell(), FONT_SIZE, nameRoom - 6), "c-tick");
            for (int fork = 0; fork < cell.forks().size(); fork++) {
                int line = fork / perLine;
                double left = x + nameRoom + fork % perLine * PITCH;
                square(drawn, left, y + 2 + line * LINE, cell.forks().get(fork));
            }
        });
    }

    static void square(Svg drawn, double x, double y, State state) {
        Box box = new Box(x + 0.5, y + 0.5, x + SIDE - 0.5, y + SIDE - 0.5);
        double middleX = x + SIDE / 2;
        double middleY = y + SIDE / 2;
        switch (state) {
            case CLEAN -> drawn.rounded(new Box(x, y, x + SIDE, y + SIDE), 2, "c-sq-clean");
            case FAILED -> {
                drawn.rounded(new Box(x, y, x + SIDE, y + SIDE), 2, "c-sq-failed");
                Symbols.cross(drawn, middleX, middleY, 2.6, "c-sq-cross");
            }
            case TIMED_OUT -> {
                drawn.circle(middleX, middleY, SIDE / 2, "c-sq-failed");
                drawn.path(new Path().move(middleX, y + 2).down(middleY).across(x + SIDE - 2.5), "c-sq-cross");
            }
            case WRONG_OUTPUT -> {
                drawn.path(Symbols.diamond(middleX, middleY, SIDE / 2 + 1), "c-sq-failed");
                drawn.line(x + 2.5, middleY, x + SIDE - 2.5, middleY, "c-sq-cross");
            }
            case CONTAMINATED -> {
                drawn.rounded(box, 2, "c-sq-contaminated");
                drawn.line(x + 2.5, y + SIDE - 2.5, x + SIDE - 2.5, y + 2.5, "c-sq-stroke");
            }
            case NOT_RUN -> drawn.rounded(box, 2, "c-sq-not-run");
        }
    }
}
