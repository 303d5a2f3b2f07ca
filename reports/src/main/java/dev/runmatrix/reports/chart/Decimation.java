// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Thins a curve without losing its peaks: of every stretch the lowest and the highest point stay. */
final class Decimation {
    /** A point of a curve, in the units of its axes. */
    record Point(double x, double y) {}

    private Decimation() {}

    /** At most {@code limit} points (4 or more), in order; the first, the last and the first of the highest are among them. */
    static List<Point> thinned(List<Point> points, int limit) {
        if (points.size() <= limit) {
            return points;
        }
        List<Point> kept = new ArrayList<>(limit);
        kept.add(points.get(0));
        List<Point> inner = points.subList(1, points.size() - 1);
        int stretches = (limit - 2) / 2;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) stretch * inner.size() / stretches);
            int to = (int) ((stretch + 1L) * inner.size() / stretches);
            addExtremes(inner.subList(from, to), kept);
        }
        kept.add(points.get(points.size() - 1));
        return kept;
    }

    private static void addExtremes(List<Point> stretch, List<Point> kept) {
        int lowest = 0;
        int highest = 0;
        for (int index = 1; index < stretch.size(); index++) {
            lowest = stretch.get(index).y() < stretch.get(lowest).y() ? index : lowest;
            highest = stretch.get(index).y() > stretch.get(highest).y() ? index : highest;
        }
        kept.add(stretch.get(Math.min(lowest, highest)));
        if (lowest != highest) {
            kept.add(stretch.get(Math.max(lowest, highest)));
        }
    }
}
