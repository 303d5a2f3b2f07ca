// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What of a sample is unlike one cloud of values. It is said, never acted upon: all forks stay in every number.
 *
 * @param outliers indexes of the values that lie far from the median, rising
 * @param modes the two levels, where there are two
 */
public record Shape(List<Integer> outliers, Optional<Modes> modes) {

    private static final double FAR = 3.5 * 1.4826;
    private static final double LEAST_FAR = 0.05;
    private static final double GAP = 0.08;
    private static final double SHARE = 0.2;

    public Shape {
        outliers = List.copyOf(outliers);
    }

    /**
     * Looks at positive values. An outlier has |ln x − median| above 3.5 · 1.4826 times the median absolute deviation, and
     * above 5 %. Two modes are there when the widest gap of the sorted values, of those with a fifth of the values and at
     * least two on both sides, is above 8 %, or when more than a fifth are outliers.
     *
     * @param values positive, at least one
     * @see <a href="https://www.itl.nist.gov/div898/handbook/eda/section3/eda35h.htm">Iglewicz and Hoaglin 1993, for the 3.5, in
     *     the handbook of NIST</a>
     */
    public static Shape of(double... values) {
        double[] logarithms = Arrays.stream(values).map(Math::log).toArray();
        List<Integer> outliers = outliers(logarithms);
        boolean many = outliers.size() > SHARE * values.length;
        return new Shape(outliers, modes(values.clone(), many));
    }

    private static List<Integer> outliers(double[] logarithms) {
        double centre = Median.of(logarithms);
        double limit = Math.max(FAR * Median.absoluteDeviation(logarithms), LEAST_FAR);
        return IntStream.range(0, logarithms.length)
                .filter(i -> Math.abs(logarithms[i] - centre) > limit)
                .boxed()
                .toList();
    }

    private static Optional<Modes> modes(double[] sorted, boolean manyOutliers) {
        Arrays.sort(sorted);
        int side = Math.max(2, (int) Math.ceil(SHARE * sorted.length));
        int cut = 0;
        double widest = 0;
        for (int i = side; i <= sorted.length - side; i++) {
            double gap = Math.log(sorted[i] / sorted[i - 1]);
            if (gap > widest) {
                widest = gap;
                cut = i;
            }
        }
        return cut > 0 && (widest > GAP || manyOutliers) ? Optional.of(split(sorted, cut)) : Optional.empty();
    }

    private static Modes split(double[] sorted, int cut) {
        double low = Median.of(Arrays.copyOf(sorted, cut));
        double high = Median.of(Arrays.copyOfRange(sorted, cut, sorted.length));
        return new Modes(low, high, cut, sorted.length - cut);
    }
}
