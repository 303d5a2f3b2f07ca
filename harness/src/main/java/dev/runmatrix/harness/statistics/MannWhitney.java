// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Arrays;

/**
 * The exact law of the Mann–Whitney statistic U of two samples without ties when nothing differs.
 *
 * <p>Built with p(n, m, u) = n/(n+m) · p(n−1, m, u−m) + m/(n+m) · p(n, m−1, u): sums of positive terms, so it stays exact
 * to rounding where counting arrangements would overflow.
 *
 * @see <a href="https://doi.org/10.1214/aoms/1177730491">Mann and Whitney 1947</a>
 */
public final class MannWhitney {

    private final int n;
    private final int m;
    private final double[] cumulative;

    private MannWhitney(int n, int m, double[] cumulative) {
        this.n = n;
        this.m = m;
        this.cumulative = cumulative;
    }

    /** The law for samples of n and m values, each at least 1. */
    public static MannWhitney of(int n, int m) {
        if (n < 1 || m < 1) {
            throw new IllegalArgumentException("samples of " + n + " and " + m + " values");
        }
        double[] law = law(n, m);
        Arrays.parallelPrefix(law, Double::sum);
        return new MannWhitney(n, m, law);
    }

    private static double[] law(int n, int m) {
        double[][] byM = new double[m + 1][];
        for (int j = 0; j <= m; j++) {
            byM[j] = new double[] {1};
        }
        for (int i = 1; i <= n; i++) {
            double[][] next = new double[m + 1][];
            next[0] = new double[] {1};
            for (int j = 1; j <= m; j++) {
                next[j] = step(i, j, byM[j], next[j - 1]);
            }
            byM = next;
        }
        return byM[m];
    }

    private static double[] step(int n, int m, double[] fewerOfFirst, double[] fewerOfSecond) {
        double[] p = new double[n * m + 1];
        for (int u = 0; u < p.length; u++) {
            double first = u >= m ? fewerOfFirst[u - m] : 0;
            double second = u < fewerOfSecond.length ? fewerOfSecond[u] : 0;
            p[u] = (n * first + m * second) / (n + m);
        }
        return p;
    }

    /** Size of the first sample. */
    public int n() {
        return n;
    }

    /** Size of the second sample. */
    public int m() {
        return m;
    }

    /** P(U ≤ u). */
    public double atMost(int u) {
        return u < 0 ? 0 : cumulative[Math.min(u, cumulative.length - 1)];
    }

    /**
     * How many pairwise differences an interval leaves out at each end: the number of u with P(U ≤ u) ≤ limit; 0 where no
     * interval of that confidence exists.
     */
    public int depth(double limit) {
        int k = 0;
        while (atMost(k) <= limit) {
            k++;
        }
        return k;
    }
}
