// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.List;
import java.util.Locale;

/** Every fork of a cell against the cell's own median, from −5 % to +5 %: too little to see on the scale of all cells. */
public final class ForksStrip {
    private static final double WIDTH = 64;
    private static final double MIDDLE = 10;
    private static final double REACH = 0.05;
    private static final double ARROW_ROOM = 6;
    private static final double FONT_SIZE = 10.5;

    private ForksStrip() {}

    /**
     * What one row shows.
     *
     * @param cell id of the cell
     * @param forks one value a fork, in any unit
     * @param median above 0, same unit
     */
    public record Mark(String cell, List<Double> forks, double median) {
        public Mark {
            forks = List.copyOf(forks);
            forks.forEach(fork -> Amounts.checked("fork of " + cell, fork));
            Amounts.checkedPositive("median of " + cell, median);
        }

        private double deviation(double fork) {
            return fork / median - 1;
        }

        /** The deviation farthest from 0; 0 without forks. */
        private double widest() {
            return forks.stream()
                    .map(this::deviation)
                    .reduce(0.0, (widest, next) -> Math.abs(next) > Math.abs(widest) ? next : widest);
        }
    }

    public static Drawing draw(Mark mark) {
        double widest = mark.widest();
        String said = Math.abs(widest) > REACH ? percent(widest) : "";
        Svg svg = new Svg();
        strip(svg, mark);
        if (!said.isEmpty()) {
            svg.text(WIDTH + 3, MIDDLE + 3.8, Anchor.START, said, "c-tick c-small");
        }
        double room = said.isEmpty() ? 0 : Math.ceil(TextWidth.of(said, FONT_SIZE)) + 4;
        return svg.besideNumbers(WIDTH + room, 2 * MIDDLE);
    }

    private static void strip(Svg svg, Mark mark) {
        svg.line(ARROW_ROOM, MIDDLE, WIDTH - ARROW_ROOM, MIDDLE, "c-grid");
        svg.line(at(0), 3, at(0), 17, "c-axis");
        svg.group(
                "c-fork",
                drawn -> mark.forks().stream()
                        .filter(fork -> Math.abs(mark.deviation(fork)) <= REACH)
                        .forEach(fork -> drawn.dot(at(mark.deviation(fork)), MIDDLE, 2.4)));
        if (mark.forks().stream().anyMatch(fork -> mark.deviation(fork) > REACH)) {
            Symbols.arrow(svg, WIDTH - 0.5, MIDDLE, 3.4, "c-clip");
        }
        if (mark.forks().stream().anyMatch(fork -> mark.deviation(fork) < -REACH)) {
            Symbols.arrowLeft(svg, 0.5, MIDDLE, 3.4, "c-clip");
        }
    }

    private static double at(double deviation) {
        double half = WIDTH / 2 - ARROW_ROOM - 2.4;
        return WIDTH / 2 + deviation / REACH * half;
    }

    private static String percent(double deviation) {
        String sign = deviation < 0 ? "\u2212" : "+";
        return sign + String.format(Locale.ROOT, "%.0f", Math.abs(deviation) * 100) + "\u00a0%";
    }
}
