// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds room for labels, one after the other: each takes the first of eight places around its mark that is free. Marks and
 * placed labels are never covered; lines are covered only when there is no other place.
 */
final class Labels {
    private static final double ASCENT = 0.78;
    private static final double DESCENT = 0.24;
    private static final double PIECE = 6;
    private static final double GAP = 1.5;
    /** Between a label and a line. */
    private static final double CLEAR = 3;
    /** Positions in the list of {@link #around}. */
    private static final List<Integer> ABOVE_FIRST = List.of(3, 6, 1, 4, 7, 2, 5, 0);

    /** How much further away a label may stand from its mark, to be clear of lines. */
    private static final List<Double> DISTANCES = List.of(0.0, 6.0, 12.0, 18.0, 26.0);

    private final Box area;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> lines = new ArrayList<>();

    Labels(Box area) {
        this.area = area;
    }

    /** What a label belongs to: a point and the room around it. */
    record Mark(double x, double y, double radius) {}

    /**
     * A label with its place.
     *
     * @param text what to write
     * @param x where its anchor stands
     * @param y its base line
     * @param anchor which end stands at {@code x}
     * @param box the room it takes
     */
    record Label(String text, double x, double y, Anchor anchor, Box box) {}

    void keepFree(Box mark) {
        taken.add(mark);
    }

    /** Follows the line in short pieces, so that a slanting one does not claim the whole rectangle around it. */
    void avoidLine(double x1, double y1, double x2, double y2) {
        boolean slants = x1 != x2 && y1 != y2;
        int pieces = slants ? (int) Math.ceil(Math.hypot(x2 - x1, y2 - y1) / PIECE) : 1;
        for (int piece = 0; piece < pieces; piece++) {
            double from = (double) piece / pieces;
            double to = (piece + 1.0) / pieces;
            lines.add(piece(x1 + from * (x2 - x1), y1 + from * (y2 - y1), x1 + to * (x2 - x1), y1 + to * (y2 - y1)));
        }
    }

    private static Box piece(double x1, double y1, double x2, double y2) {
        return new Box(
                Math.min(x1, x2) - CLEAR, Math.min(y1, y2) - CLEAR, Math.max(x1, x2) + CLEAR, Math.max(y1, y2) + CLEAR);
    }

    /** The first text that fits beside the mark, above it or below it; empty where none does. */
    Optional<Label> beside(Mark mark, double fontSize, List<String> texts) {
        return place(texts.stream()
                .flatMap(text -> around(mark, fontSize, text).stream())
                .toList());
    }

    /** The text around the mark, further and further away until it covers no line; beside it where that is nowhere. */
    Optional<Label> clearOfLines(Mark mark, double fontSize, String text) {
        return place(DISTANCES.stream()
                .flatMap(away -> around(new Mark(mark.x(), mark.y(), mark.radius() + away), fontSize, text).stream())
                .toList());
    }

    /** The text above the mark, or else below or beside it; empty where there is no room. */
    Optional<Label> above(Mark mark, double fontSize, String text) {
        List<Label> places = around(mark, fontSize, text);
        return place(ABOVE_FIRST.stream().map(places::get).toList());
    }

    private Optional<Label> place(List<Label> places) {
        List<Label> free = places.stream().filter(label -> isFree(label.box())).toList();
        Optional<Label> placed = free.stream()
                .filter(label -> isOffLines(label.box()))
                .findFirst()
                .or(() -> free.stream().findFirst());
        placed.ifPresent(label -> taken.add(label.box()));
        return placed;
    }

    private boolean isOffLines(Box box) {
        return lines.stream().noneMatch(box::overlaps);
    }

    private boolean isFree(Box box) {
        return area.contains(box) && taken.stream().noneMatch(box::overlaps);
    }

    private static List<Label> around(Mark mark, double size, String text) {
        double x = mark.x();
        double side = mark.radius() + 3;
        double slant = mark.radius() * 0.7 + 2;
        double middle = mark.y() + size * 0.36;
        double above = mark.y() - mark.radius() - size * DESCENT - 2;
        double below = mark.y() + mark.radius() + size * ASCENT + 2;
        return List.of(
                label(x + side, middle, Anchor.START, size, text),
                label(x + slant, above + 2, Anchor.START, size, text),
                label(x + slant, below - 2, Anchor.START, size, text),
                label(x, above, Anchor.MIDDLE, size, text),
                label(x, below, Anchor.MIDDLE, size, text),
                label(x - side, middle, Anchor.END, size, text),
                label(x - slant, above + 2, Anchor.END, size, text),
                label(x - slant, below - 2, Anchor.END, size, text));
    }

    private static Label label(double x, double y, Anchor anchor, double size, String text) {
        double width = TextWidth.ofBold(text, size);
        double left = anchor.left(x, width);
        Box box = new Box(left - GAP, y - size * ASCENT, left + width + GAP, y + size * DESCENT);
        return new Label(text, x, y, anchor, box);
    }
}
