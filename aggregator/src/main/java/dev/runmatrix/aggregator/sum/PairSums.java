// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.sum;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Many exact sums. Each is a pair of doubles whose exact sum is what was added: an error-free transformation adds a value
 * to the first, and what that loses is added to the second. If even this addition is not exact, which takes values some
 * 2^50 apart or an overflow, the value goes to a wide sum beside the arrays instead. So no bit is ever lost, and the
 * order of the values leaves no trace in what {@link #coreHours} and {@link #gibibyteHours} return.
 *
 * <p>An addition of doubles is exact if and only if taking either addend from the result gives the other: the
 * difference with the larger addend is always exact, so it cannot hide a loss. A value that is not finite fails this
 * test, too.
 *
 * <p>The loops that touch every value are static, take arrays and call nothing, which is the form that the first
 * compiler of the JVM translates best.
 *
 * @see <a href="https://en.wikipedia.org/wiki/2Sum">2Sum</a>
 */
public final class PairSums {

    /** The length of {@link #write} in bytes. */
    public static final int PAIR_BYTES = 2 * Double.BYTES;

    private static final double GIBIBYTES = 0x1p-30;

    private final Map<Integer, ExactSum> wide = new HashMap<>();
    private double[] high = {};
    private double[] low = {};

    /** Makes room for {@code sums} sums, new ones being zero. */
    public void ensure(int sums) {
        if (high.length < sums) {
            high = Arrays.copyOf(high, sums);
            low = Arrays.copyOf(low, sums);
        }
    }

    /** Sets the first {@code sums} sums to zero. */
    public void clear(int sums) {
        Arrays.fill(high, 0, sums, 0);
        Arrays.fill(low, 0, sums, 0);
        wide.clear();
    }

    /** Adds finite values, the first to sum {@code first}, the next to the next, and so on. */
    public void addRun(double[] values, int from, int first, int count) {
        int done = 0;
        while (true) {
            done += addRun(values, from + done, high, low, first + done, count - done);
            if (done == count) {
                return;
            }
            addWide(first + done, values[from + done]);
            done++;
        }
    }

    /** As {@link #addRun}, with the greater of two values. */
    public void addGreaterRun(double[] some, double[] others, int from, int first, int count) {
        int done = 0;
        while (true) {
            done += addGreaterRun(some, others, from + done, high, low, first + done, count - done);
            if (done == count) {
                return;
            }
            add(first + done, Math.max(some[from + done], others[from + done]));
            done++;
        }
    }

    /** Adds finite values to one sum. */
    public void addSame(double[] values, int from, int sum, int count) {
        int done = 0;
        while (true) {
            done += addSame(values, from + done, high, low, sum, count - done);
            if (done == count) {
                return;
            }
            addWide(sum, values[from + done]);
            done++;
        }
    }

    /** As {@link #addSame}, with the greater of two values. */
    public void addGreaterSame(double[] some, double[] others, int from, int sum, int count) {
        int done = 0;
        while (true) {
            done += addGreaterSame(some, others, from + done, high, low, sum, count - done);
            if (done == count) {
                return;
            }
            addWide(sum, Math.max(some[from + done], others[from + done]));
            done++;
        }
    }

    /** Adds finite values from {@code from} on to the sums {@code places[0, count)}; negative places take none. */
    public void addEach(double[] values, int from, int[] places, int count) {
        int done = 0;
        while (true) {
            done = addEach(values, from, high, low, places, done, count);
            if (done == count) {
                return;
            }
            addWide(places[done], values[from + done]);
            done++;
        }
    }

    private static int addRun(double[] values, int from, double[] high, double[] low, int first, int count) {
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            double sum = high[first + i];
            double rest = low[first + i];
            double newSum = sum + value;
            double back = newSum - sum;
            double error = (sum - (newSum - back)) + (value - back);
            double newRest = rest + error;
            if (newRest - rest != error || newRest - error != rest) {
                return i;
            }
            high[first + i] = newSum;
            low[first + i] = newRest;
        }
        return count;
    }

    private static int addGreaterRun(
            double[] some, double[] others, int from, double[] high, double[] low, int first, int count) {
        for (int i = 0; i < count; i++) {
            // Which is greater is often a toss-up, and a branch foreseen wrongly costs more than all of this.
            long a = Double.doubleToRawLongBits(some[from + i]);
            long b = Double.doubleToRawLongBits(others[from + i]);
            if ((a | b) < 0) {
                return i;
            }
            double value = Double.longBitsToDouble(a ^ ((a ^ b) & ((a - b) >> (Long.SIZE - 1))));
            double sum = high[first + i];
            double rest = low[first + i];
            double newSum = sum + value;
            double back = newSum - sum;
            double error = (sum - (newSum - back)) + (value - back);
            double newRest = rest + error;
            if (newRest - rest != error || newRest - error != rest) {
                return i;
            }
            high[first + i] = newSum;
            low[first + i] = newRest;
        }
        return count;
    }

    private static int addSame(double[] values, int from, double[] high, double[] low, int place, int count) {
        double sum = high[place];
        double rest = low[place];
        int i = 0;
        for (; i < count; i++) {
            double value = values[from + i];
            double newSum = sum + value;
            double back = newSum - sum;
            double error = (sum - (newSum - back)) + (value - back);
            double newRest = rest + error;
            if (newRest - rest != error || newRest - error != rest) {
                break;
            }
            sum = newSum;
            rest = newRest;
        }
        high[place] = sum;
        low[place] = rest;
        return i;
    }

    private static int addGreaterSame(
            double[] some, double[] others, int from, double[] high, double[] low, int place, int count) {
        double sum = high[place];
        double rest = low[place];
        int i = 0;
        for (; i < count; i++) {
            double value = some[from + i];
            double other = others[from + i];
            if (other > value) {
                value = other;
            }
            double newSum = sum + value;
            double back = newSum - sum;
            double error = (sum - (newSum - back)) + (value - back);
            double newRest = rest + error;
            if (newRest - rest != error || newRest - error != rest) {
                break;
            }
            sum = newSum;
            rest = newRest;
        }
        high[place] = sum;
        low[place] = rest;
        return i;
    }

    private static int addEach(
            double[] values, int from, double[] high, double[] low, int[] places, int begin, int count) {
        for (int i = begin; i < count; i++) {
            int place = places[i];
            if (place < 0) {
                continue;
            }
            double value = values[from + i];
            double sum = high[place];
            double rest = low[place];
            double newSum = sum + value;
            double back = newSum - sum;
            double error = (sum - (newSum - back)) + (value - back);
            double newRest = rest + error;
            if (newRest - rest != error || newRest - error != rest) {
                return i;
            }
            high[place] = newSum;
            low[place] = newRest;
        }
        return count;
    }

    /** Adds a finite value to a sum. */
    public void add(int sum, double value) {
        double newSum = high[sum] + value;
        double back = newSum - high[sum];
        double error = (high[sum] - (newSum - back)) + (value - back);
        double newRest = low[sum] + error;
        if (newRest - low[sum] == error && newRest - error == low[sum]) {
            high[sum] = newSum;
            low[sum] = newRest;
        } else {
            addWide(sum, value);
        }
    }

    /** Adds a sum of another array to one of this. */
    public void add(int sum, PairSums other, int otherSum) {
        add(sum, other.high[otherSum]);
        add(sum, other.low[otherSum]);
        if (other.isWide(otherSum)) {
            ExactSum otherWide = other.wide.getOrDefault(otherSum, new ExactSum());
            wide.computeIfAbsent(sum, key -> new ExactSum()).add(otherWide);
        }
    }

    /** Writes the pair of a sum, which is all of it unless it {@linkplain #isWide is wide}. */
    public void write(int sum, ByteBuffer out) {
        out.putDouble(high[sum]).putDouble(low[sum]);
    }

    /** Writes what a wide sum has beside its pair: {@link ExactSum#BYTES} bytes. */
    public void writeWide(int sum, ByteBuffer out) {
        wide.getOrDefault(sum, new ExactSum()).write(out);
    }

    /** Adds what {@link #write} has written to a sum. */
    public void add(int sum, ByteBuffer in) {
        add(sum, in.getDouble());
        add(sum, in.getDouble());
    }

    /** Adds what {@link #writeWide} has written to a sum. */
    public void addWide(int sum, ByteBuffer in) {
        wide.computeIfAbsent(sum, key -> new ExactSum()).add(in);
    }

    /** How many sums have a wide part beside the arrays. */
    public int wideSums() {
        return wide.size();
    }

    private void addWide(int sum, double value) {
        wide.computeIfAbsent(sum, key -> new ExactSum()).add(value);
    }

    /** A sum of core-seconds in core-hours. */
    public double coreHours(int sum) {
        return isWide(sum) ? Hours.ofCores(whole(sum)) : Hours.ofCores(high[sum], low[sum]);
    }

    /** A sum of byte-seconds in GiB-hours. */
    public double gibibyteHours(int sum) {
        return isWide(sum) ? Hours.ofBytes(whole(sum)) : Hours.ofBytes(high[sum], low[sum]);
    }

    /** The sums {@code places} in core-hours, into the beginning of {@code out}. */
    public void coreHours(int[] places, double[] out) {
        hours(places, out, true);
    }

    /** The sums {@code places} in GiB-hours, into the beginning of {@code out}. */
    public void gibibyteHours(int[] places, double[] out) {
        hours(places, out, false);
    }

    private void hours(int[] places, double[] out, boolean cores) {
        int done = 0;
        while (true) {
            done = Hours.nearest(high, low, places, done, out, cores ? 1 : GIBIBYTES);
            if (done == out.length) {
                break;
            }
            out[done] = cores ? coreHours(places[done]) : gibibyteHours(places[done]);
            done++;
        }
        if (!wide.isEmpty()) {
            for (int i = 0; i < out.length; i++) {
                if (isWide(places[i])) {
                    out[i] = cores ? coreHours(places[i]) : gibibyteHours(places[i]);
                }
            }
        }
    }

    /** Whether a sum has a wide part beside its pair. */
    public boolean isWide(int sum) {
        return !wide.isEmpty() && wide.containsKey(sum);
    }

    private ExactSum whole(int sum) {
        ExactSum whole = new ExactSum();
        whole.add(high[sum]);
        whole.add(low[sum]);
        whole.add(wide.getOrDefault(sum, new ExactSum()));
        return whole;
    }
}
