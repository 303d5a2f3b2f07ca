// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Several tests as one family: the chance that any of those that show nothing is called significant stays within the level,
 * however the tests depend on each other.
 *
 * @see <a href="https://www.jstor.org/stable/4615733">Holm 1979</a>
 */
public final class Holm {

    private Holm() {}

    /**
     * Adjusted p, in the order given: with p₍₁₎ ≤ … ≤ p₍ₖ₎ the i-th becomes the greatest of (k − j + 1)·p₍ⱼ₎, j ≤ i, at most
     * 1. A test is significant where it is within the level.
     *
     * @param p probabilities, 0 to 1
     */
    public static double[] adjusted(double... p) {
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] adjusted = new double[p.length];
        double greatest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            greatest = Math.max(greatest, (p.length - rank) * p[order[rank]]);
            adjusted[order[rank]] = Math.min(1, greatest);
        }
        return adjusted;
    }

    /**
     * The least forks a sample with which a family of this size can ever show anything: the smallest p of n + n forks is 1 in
     * (2n choose n), which must not exceed the level ÷ family.
     *
     * @param family tests, at least 1
     * @param level such as 0.05
     */
    public static int leastForks(int family, double level) {
        double smallest = 1;
        int n = 0;
        while (smallest > level / family) {
            n++;
            smallest *= n / (2.0 * (2 * n - 1));
        }
        return n;
    }
}
