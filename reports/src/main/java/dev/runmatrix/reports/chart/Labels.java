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

    private final Box area;
    private final List<Box> taken = new ArrayList<>();
    private final List<Box> lines = new ArrayList<>();

    Labels(Box area) {
        this.area = area;
    }

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

    void avoidLine(double x1, double y1, double x2, double y2) {
        lines.add(new Box(Math.min(x1, x2) - 1, Math.min(y1, y2) - 1, Math.max(x1, x2) + 1, Math.max(y1, y2) + 1));
    }

    /** The first text that fits somewhere; empty where none does. */
    Optional<Label> place(double x, double y, double radius, double fontSize, List<String> texts) {
        Optional<Label> placed =
                first(x, y, radius, fontSize, texts, true).or(() -> first(x, y, radius, fontSize, texts, false));
        placed.ifPresent(label -> taken.add(label.box()));
        return placed;
    }

    private Optional<Label> first(
            double x, double y, double radius, double fontSize, List<String> texts, boolean sparingLines) {
        return texts.stream()
                .flatMap(text -> around(x, y, radius, fontSize, text).stream())
                .filter(label -> isFree(label.box(), sparingLines))
                .findFirst();
    }

    private boolean isFree(Box box, boolean sparingLines) {
        return area.contains(box)
                && taken.stream().noneMatch(box::overlaps)
                && !(sparingLines && lines.stream().anyMatch(box::overlaps));
    }

    private static List<Label> around(double x, double y, double radius, double size, String text) {
        double side = radius + 3;
        double slant = radius * 0.7 + 2;
        double middle = y + size * 0.36;
        double above = y - radius - size * DESCENT - 2;
        double below = y + radius + size * ASCENT + 2;
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
        return new Label(text, x, y, anchor, new Box(left, y - size * ASCENT, left + width, y + size * DESCENT));
    }
}
