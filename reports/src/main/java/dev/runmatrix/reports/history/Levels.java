// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.ChangePoints;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.Shift;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The levels of one cell between its changes. Once there are {@link ChangePoints#LEAST_BEFORE} runs after a change, those
 * runs have to bear it out: else three odd nights in a row would stay a change forever. With a drift of 2 % between nights
 * that leaves one false change in 70 histories of 90 nights, where there would be one in 6.
 */
final class Levels {

    private static final double SHOWN = 0.95;
    private static final double LASTING = 0.999;
    private static final double LEAST = Math.log(1.03);

    /** Runs that each side of a change keeps when it is located. */
    private static final int SIDE = 2;

    /** How many runs a change may lie from where it was found. */
    private static final int NEAR = 3;

    private final List<HistoryPoint> points;
    private final List<Shift> shifts;

    private Levels(List<HistoryPoint> points, List<Shift> shifts) {
        this.points = points;
        this.shifts = shifts;
    }

    /** The changes that last, and the levels that they part. */
    static Levels of(CellHistory cell) {
        Levels levels = new Levels(cell.compared(), new ArrayList<>(ChangePoints.all(cell.nights())));
        levels.shifts.replaceAll(levels::located);
        Optional<Shift> passing = levels.smallestPassing();
        while (passing.isPresent()) {
            levels.shifts.remove(passing.get());
            passing = levels.smallestPassing();
        }
        return levels;
    }

    List<Shift> shifts() {
        return List.copyOf(shifts);
    }

    /**
     * A change is found before it has the runs that it needs, and lies a run or two too early then. The runs that came later
     * show better where: at the cut that leaves the least distances from the medians of its sides.
     */
    private Shift located(Shift found) {
        int from = index(before(found, Long.MIN_VALUE));
        int to = index(next(found, Long.MAX_VALUE));
        int at = index(found.night());
        int best = IntStream.rangeClosed(Math.max(from + SIDE, at - NEAR), Math.min(to - SIDE, at + NEAR))
                .boxed()
                .min(Comparator.comparingDouble(cut -> distances(from, cut) + distances(cut, to)))
                .orElse(at);
        return new Shift(
                points.get(best).run(),
                Math.exp(Median.of(logs(from, best))),
                Math.exp(Median.of(logs(best, to))),
                best - from,
                to - best,
                found.p());
    }

    private int index(long run) {
        return (int) points.stream().filter(point -> point.run() < run).count();
    }

    private double distances(int from, int to) {
        double[] logs = logs(from, to);
        double middle = Median.of(logs);
        return Arrays.stream(logs).map(y -> Math.abs(y - middle)).sum();
    }

    private double[] logs(int from, int to) {
        return points.subList(from, to).stream()
                .mapToDouble(point -> Math.log(point.level().median()))
                .toArray();
    }

    private Optional<Shift> smallestPassing() {
        return shifts.stream()
                .filter(shift -> !lasts(shift))
                .min(Comparator.comparingDouble(
                        shift -> Math.abs(Math.log(around(shift, SHOWN).estimate()))));
    }

    /** A fresh change stands as it was found. */
    private boolean lasts(Shift shift) {
        if (after(shift).length < ChangePoints.LEAST_BEFORE) {
            return true;
        }
        Ratio ratio = around(shift, LASTING);
        return ratio.interval()
                .map(interval -> !interval.contains(1) && Math.abs(Math.log(ratio.estimate())) >= LEAST)
                .orElse(true);
    }

    private Ratio around(Shift shift, double confidence) {
        return Ratio.of(after(shift), before(shift), confidence);
    }

    CellChange change(CellHistory cell, Shift shift) {
        return new CellChange(cell, shift, around(shift, SHOWN), before(shift).length, after(shift).length);
    }

    /** Runs of the old level, the last {@link ChangePoints#WINDOW} of them. */
    private double[] before(Shift shift) {
        double[] all = between(before(shift, Long.MIN_VALUE), shift.night());
        int skipped = Math.max(0, all.length - ChangePoints.WINDOW);
        return Arrays.copyOfRange(all, skipped, all.length);
    }

    /** Runs of the new level, the first {@link ChangePoints#WINDOW} of them. */
    private double[] after(Shift shift) {
        double[] all = between(shift.night(), next(shift, Long.MAX_VALUE));
        return Arrays.copyOf(all, Math.min(all.length, ChangePoints.WINDOW));
    }

    /** Night of the change before one. */
    private long before(Shift shift, long none) {
        return shifts.stream()
                .mapToLong(Shift::night)
                .filter(night -> night < shift.night())
                .max()
                .orElse(none);
    }

    /** Night of the change after one. */
    private long next(Shift shift, long none) {
        return shifts.stream()
                .mapToLong(Shift::night)
                .filter(night -> night > shift.night())
                .min()
                .orElse(none);
    }

    private double[] between(long from, long to) {
        return points.stream()
                .filter(point -> point.run() >= from && point.run() < to)
                .mapToDouble(point -> point.level().median())
                .toArray();
    }
}
