// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the nights at which the level of a history changed. A finding is a trend to be looked into, not a verdict: the builds
 * of different nights never ran side by side.
 *
 * <p>The last {@value #WINDOW} nights are cut at each night that leaves enough on both sides. A cut is a change when the
 * medians of the two sides differ by at least 3 %, and Student's pooled t of their logarithms has p below 0.001. For t, values
 * farther than 3 robust standard deviations (1.4826 times the median absolute deviation) from the median of the window are
 * moved to that distance: one bad night is no change, whatever its size, and two in a row are taken for one in a third of the
 * cases only. Of several such cuts the one with the least p counts.
 *
 * <p>With a drift of 2 % between nights one night in 200 raises a false alarm; a change by 5 % is found after three nights in
 * two of three cases, after seven nights in 24 of 25.
 *
 * @see <a href="https://arxiv.org/abs/2003.00584">Daly et al. 2020, change points in performance histories</a>
 */
public final class ChangePoints {

    /** Nights looked at. */
    public static final int WINDOW = 30;

    /** Nights that a new level needs. */
    public static final int LEAST_AFTER = 3;

    /** Nights that an old level needs. */
    public static final int LEAST_BEFORE = 7;

    private static final double LEVEL = 0.001;
    private static final double LEAST_DIFFERENCE = Math.log(1.03);
    private static final double FARTHEST = 3 * 1.4826;

    private ChangePoints() {}

    /**
     * The change that the last nights show.
     *
     * @param history nights of one cell and one machine class, the oldest first
     */
    public static Optional<Shift> latest(List<Night> history) {
        List<Night> window = history.subList(Math.max(0, history.size() - WINDOW), history.size());
        double[] levels = window.stream().mapToDouble(n -> Math.log(n.median())).toArray();
        double[] tame = winsorised(levels);
        return IntStream.rangeClosed(LEAST_BEFORE, levels.length - LEAST_AFTER)
                .mapToObj(cut -> at(window.get(cut).number(), levels, tame, cut))
                .flatMap(Optional::stream)
                .min(Comparator.comparingDouble(Shift::p));
    }

    /**
     * All changes, as they would have been found night by night. After each the history begins anew, so that a change is found
     * once.
     *
     * @param history nights of one cell and one machine class, the oldest first
     */
    public static List<Shift> all(List<Night> history) {
        List<Shift> shifts = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= history.size(); end++) {
            Optional<Shift> shift = latest(history.subList(start, end));
            if (shift.isPresent()) {
                shifts.add(shift.get());
                start = end - shift.get().nightsAfter();
            }
        }
        return shifts;
    }

    private static Optional<Shift> at(long night, double[] levels, double[] tame, int cut) {
        double before = Median.of(left(levels, cut));
        double after = Median.of(right(levels, cut));
        if (Math.abs(after - before) < LEAST_DIFFERENCE) {
            return Optional.empty();
        }
        double p = PooledT.of(left(tame, cut), right(tame, cut));
        Shift shift = new Shift(night, Math.exp(before), Math.exp(after), cut, levels.length - cut, p);
        return p < LEVEL ? Optional.of(shift) : Optional.empty();
    }

    private static double[] left(double[] values, int cut) {
        return Arrays.copyOf(values, cut);
    }

    private static double[] right(double[] values, int cut) {
        return Arrays.copyOfRange(values, cut, values.length);
    }

    private static double[] winsorised(double[] levels) {
        if (levels.length == 0) {
            return levels;
        }
        double centre = Median.of(levels);
        double limit = FARTHEST * Median.absoluteDeviation(levels);
        // More than half of the nights agree exactly: there is no deviation to measure the others by.
        return limit == 0
                ? levels
                : Arrays.stream(levels)
                        .map(y -> Math.max(centre - limit, Math.min(centre + limit, y)))
                        .toArray();
    }
}
