// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What larger inputs should take, by the rules that the report states, for one quantity of one configuration.
 *
 * @param memory whether it is memory, which may level off, and not time
 * @param large the largest input of its kind
 * @param start the smaller input that took least
 * @param previous the next smaller input of the same kind; absent where there is none
 */
record LargerInputs(boolean memory, Size large, Size start, Optional<Size> previous) {

    private static final int RESAMPLES = 1000;
    private static final long SEED = 20_261_122;

    /** Sittings differ by 3 %: two of them, at 95 %. */
    private static final double SITTINGS = 1.96 * Math.sqrt(2) * 0.03;

    /**
     * An input that was measured.
     *
     * @param forks a value of each fork, by rising wall time
     */
    record Size(double rows, List<Double> forks) {

        Size {
            forks = List.copyOf(forks);
        }

        double median() {
            return Arithmetic.median(
                    forks.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private double again(Random random) {
            double[] drawn = new double[forks.size()];
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] = forks.get(random.nextInt(drawn.length));
            }
            return Arithmetic.median(drawn);
        }
    }

    /** The value that is thought most likely, and the ends of its interval. */
    double[] band(double rows) {
        return band(rows, again());
    }

    /** Medians of forks drawn again, of the largest, the start and the previous, as often as it is done. */
    private double[][] again() {
        Random random = new Random(SEED);
        double[][] again = new double[RESAMPLES][];
        for (int i = 0; i < RESAMPLES; i++) {
            again[i] = new double[] {
                large.again(random),
                start.again(random),
                previous.isPresent() ? previous.get().again(random) : 0
            };
        }
        return again;
    }

    private double[] band(double rows, double[][] again) {
        double[] curves = curves(
                rows, large.median(), start.median(), previous.map(Size::median).orElse(0.0));
        double value = Math.sqrt(curves[0] * curves[1]);
        double[] lows = new double[RESAMPLES];
        double[] highs = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            double[] drawn = curves(rows, again[i][0], again[i][1], again[i][2]);
            lows[i] = drawn[0];
            highs[i] = drawn[1];
        }
        double least = Math.log(value / Math.min(value, twentieth(lows, 1)));
        double most = Math.log(Math.max(value, twentieth(highs, 19)) / value);
        return new double[] {
            value, value / Math.exp(Math.hypot(least, SITTINGS)), value * Math.exp(Math.hypot(most, SITTINGS))
        };
    }

    private static double twentieth(double[] values, int which) {
        Arrays.sort(values);
        double place = which * (values.length - 1) / 20.0;
        int below = (int) place;
        return values[below] + (place - below) * (values[below + 1] - values[below]);
    }

    private double[] curves(double rows, double v, double s, double p) {
        double times = rows / large.rows();
        double more = rows - large.rows();
        double straight = v + Math.max(0, (v - s) / (large.rows() - start.rows())) * more;
        double power = previous.isEmpty()
                ? 0
                : Math.log(v / p) / Math.log(large.rows() / previous.get().rows());
        double one;
        double other;
        if (memory) {
            double local = previous.isEmpty()
                    ? straight
                    : v + Math.max(0, (v - p) / (large.rows() - previous.get().rows())) * more;
            one = v * Math.pow(times, Math.max(0, Math.min(1, power)) * 2 / 3);
            other = Math.max(Math.max(straight, local), power > 1 ? v * Math.pow(times, power) : 0);
        } else {
            one = power > 1 ? Math.max(straight, v * Math.pow(times, (1 + power) / 2)) : straight;
            other = v * Math.pow(times, Math.max(1, power));
        }
        return new double[] {Math.min(one, other), Math.max(one, other)};
    }

    /** The most rows that keep a limit at one end of the interval, at most ten times the largest input. */
    double within(double limit, int end) {
        double[][] again = again();
        double keeps = large.rows();
        double breaks = 10 * large.rows();
        if (band(breaks, again)[end] <= limit) {
            return breaks;
        }
        for (int step = 0; step < 40; step++) {
            double middle = (keeps + breaks) / 2;
            boolean fits = band(middle, again)[end] <= limit;
            keeps = fits ? middle : keeps;
            breaks = fits ? breaks : middle;
        }
        return keeps;
    }
}
