// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Statistics by their definitions, for few values: slow, and without a line of those that they check. */
final class Arithmetic {

    private Arithmetic() {}

    static double median(double... values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The standard deviation of the logarithms. */
    static double spread(double... values) {
        double mean = DoubleStream.of(values).map(Math::log).sum() / values.length;
        double squares = DoubleStream.of(values)
                .map(v -> Math.pow(Math.log(v) - mean, 2))
                .sum();
        return Math.sqrt(squares / (values.length - 1));
    }

    /** All quotients of a value of the one and one of the other, by rising size. */
    static double[] quotients(double[] one, double[] other) {
        return DoubleStream.of(one)
                .flatMap(a -> DoubleStream.of(other).map(b -> a / b))
                .sorted()
                .toArray();
    }

    /** The Hodges–Lehmann ratio: the median on the scale of logarithms. */
    static double ratio(double[] one, double[] other) {
        double[] logs = Arrays.stream(quotients(one, other)).map(Math::log).toArray();
        return Math.exp(median(logs));
    }

    /** Both ends of its interval of 95 %: the quotients that the exact law leaves in. */
    static double[] ends(double[] one, double[] other) {
        double[] all = quotients(one, other);
        int out = leftOut(one.length, other.length, 0.025);
        return new double[] {all[out - 1], all[all.length - out]};
    }

    /** Of all orders in which two samples may lie, as often as each other, few have so small a number of inversions. */
    private static int leftOut(int n, int m, double most) {
        long[] orders = new long[n * m + 1];
        long all = 0;
        for (int order = 0; order < 1 << (n + m); order++) {
            if (Integer.bitCount(order) == n) {
                orders[inversions(order, n + m)]++;
                all++;
            }
        }
        int out = 0;
        for (long fewer = orders[0]; fewer <= most * all; fewer += orders[out]) {
            out++;
        }
        return out;
    }

    private static int inversions(int order, int length) {
        int inversions = 0;
        int others = 0;
        for (int place = 0; place < length; place++) {
            boolean first = ((order >> place) & 1) == 1;
            inversions += first ? others : 0;
            others += first ? 0 : 1;
        }
        return inversions;
    }

    /** The spread of two samples together: from the median distance of their logarithms to their median. */
    static double pooledSpread(double[] one, double[] other) {
        double n = one.length;
        double m = other.length;
        return Math.sqrt((robust(one) / n + robust(other) / m) / (1 / n + 1 / m));
    }

    private static double robust(double... values) {
        double[] logs = DoubleStream.of(values).map(Math::log).toArray();
        double centre = median(logs);
        double distance =
                median(DoubleStream.of(logs).map(log -> Math.abs(log - centre)).toArray());
        return Math.pow(1.4826 * distance * logs.length / (logs.length - 0.8), 2);
    }
}
