// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import java.util.HashMap;
import java.util.Map;

/**
 * Many exact sums in one array. Each is a pair of doubles whose exact sum is what was added: an error-free
 * transformation adds a value to the first, and what that loses is added to the second. If even this addition is not
 * exact, which takes values some 2^50 apart or an overflow, the value goes to a wide sum beside the array instead. So no
 * bit is ever lost, and the order of the values leaves no trace in what {@link #coreHours} and {@link #gibibyteHours}
 * return.
 *
 * <p>An addition of doubles is exact if and only if taking either addend from the result gives the other: the
 * difference with the larger addend is always exact, so it cannot hide a loss.
 *
 * @see <a href="https://en.wikipedia.org/wiki/2Sum">2Sum</a>
 */
public final class PairSums {

    private final Map<Integer, ExactSum> wide = new HashMap<>();
    private double[] pairs = {};

    /** Makes room for {@code sums} sums, new ones being zero. */
    public void ensure(int sums) {
        if (pairs.length < 2 * sums) {
            double[] grown = new double[2 * sums];
            System.arraycopy(pairs, 0, grown, 0, pairs.length);
            pairs = grown;
        }
    }

    /**
     * Adds values to sums.
     *
     * @param values the values in {@code [from, to)}; NaN is passed over
     * @param firsts for each value, counted from {@code from}, the first sum of its group; negative for none
     * @param offset what to add to that to get the sum
     */
    public void addAll(double[] values, int from, int to, int[] firsts, int offset) {
        double[] sums = pairs;
        for (int i = from; i < to; i++) {
            int first = firsts[i - from];
            if (first < 0) {
                continue;
            }
            int at = 2 * (first + offset);
            double value = values[i];
            double high = sums[at];
            double low = sums[at + 1];
            double newHigh = high + value;
            double back = newHigh - high;
            double error = (high - (newHigh - back)) + (value - back);
            double newLow = low + error;
            if (newLow - low == error && newLow - error == low) {
                sums[at] = newHigh;
                sums[at + 1] = newLow;
            } else {
                addWide(at / 2, value);
            }
        }
    }

    /** Adds a finite value to a sum. */
    public void add(int sum, double value) {
        double high = pairs[2 * sum];
        double low = pairs[2 * sum + 1];
        double newHigh = high + value;
        double back = newHigh - high;
        double error = (high - (newHigh - back)) + (value - back);
        double newLow = low + error;
        if (newLow - low == error && newLow - error == low) {
            pairs[2 * sum] = newHigh;
            pairs[2 * sum + 1] = newLow;
        } else {
            addWide(sum, value);
        }
    }

    /** Adds a sum of another array to one of this. */
    public void add(int sum, PairSums other, int otherSum) {
        add(sum, other.pairs[2 * otherSum]);
        add(sum, other.pairs[2 * otherSum + 1]);
        if (other.isWide(otherSum)) {
            ExactSum otherWide = other.wide.getOrDefault(otherSum, new ExactSum());
            wide.computeIfAbsent(sum, key -> new ExactSum()).add(otherWide);
        }
    }

    private void addWide(int sum, double value) {
        // What is not finite stands for null.
        if (Double.isFinite(value)) {
            wide.computeIfAbsent(sum, key -> new ExactSum()).add(value);
        }
    }

    /** A sum of core-seconds in core-hours. */
    public double coreHours(int sum) {
        return isWide(sum) ? Hours.ofCores(whole(sum)) : Hours.ofCores(pairs[2 * sum], pairs[2 * sum + 1]);
    }

    /** A sum of byte-seconds in GiB-hours. */
    public double gibibyteHours(int sum) {
        return isWide(sum) ? Hours.ofBytes(whole(sum)) : Hours.ofBytes(pairs[2 * sum], pairs[2 * sum + 1]);
    }

    private boolean isWide(int sum) {
        return !wide.isEmpty() && wide.containsKey(sum);
    }

    private ExactSum whole(int sum) {
        ExactSum whole = new ExactSum();
        whole.add(pairs[2 * sum]);
        whole.add(pairs[2 * sum + 1]);
        whole.add(wide.getOrDefault(sum, new ExactSum()));
        return whole;
    }
}
