// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Wall time against the number of workers: forks, the fitted curve with its band, and perfect scaling. */
public final class ScalingChart {
    private ScalingChart() {}

    /**
     * One measured number of workers.
     *
     * @param cell id of the cell
     * @param tip the same numbers in words
     * @param workers how many, at least 1
     * @param forks wall time of every clean fork, at least one
     * @param used whether the curve rests on it
     */
    public record Point(String cell, String tip, int workers, List<Double> forks, boolean used) {
        public Point {
            Amounts.checkedPositive("workers of " + cell, workers);
            forks = List.copyOf(forks);
            forks.forEach(fork -> Amounts.checkedPositive("wall of " + cell, fork));
        }
    }

    /**
     * The fitted curve at one place.
     *
     * @param workers where, 1 or more, whole or not
     * @param value of the curve
     * @param band around it
     */
    public record Fit(double workers, double value, Range band) {}

    /**
     * The chart.
     *
     * @param label what the drawing says, for those who cannot see it
     * @param xTitle title of the horizontal axis
     * @param yTitle title of the vertical axis with its unit
     * @param idealText what the line of perfect scaling is called
     * @param coresText what the line of the granted cores is called
     * @param family colour and shape
     * @param points at least one, in any order
     * @param curve places of the curve from left to right; empty where no model fits
     * @param cores granted cores
     * @param furthest the number of workers at which the curve ends
     * @param projected what is projected there; absent where nothing is
     */
    public record Input(
            String label,
            String xTitle,
            String yTitle,
            String idealText,
            String coresText,
            Family family,
            List<Point> points,
            List<Fit> curve,
            double cores,
            int furthest,
            Optional<Fit> projected) {
        public Input {
            points = points.stream()
                    .sorted(Comparator.comparingInt(Point::workers))
                    .toList();
            curve = List.copyOf(curve);
        }

        double most() {
            double measured = points.stream().mapToDouble(Point::workers).max().orElse(1);
            return Math.max(measured, projected.map(Fit::workers).orElse(0.0)) + 0.5;
        }

        double reach() {
            double forks = points.stream()
                    .flatMap(point -> point.forks().stream())
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(1);
            double bands =
                    curve.stream().mapToDouble(fit -> fit.band().high()).max().orElse(0);
            return Math.max(forks, Math.min(bands, 1.2 * forks)) * 1.04;
        }
    }

    public static Figure draw(Input input) {
        return new Figure(new ScalingPlot(input, 560, 340).drawing(), new ScalingPlot(input, 352, 300).drawing());
    }
}
