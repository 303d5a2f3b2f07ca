// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How time shrinks with the number of workers, and what the next doubling would bring. Levels beyond the granted cores are
 * left out: there workers wait for each other, which no model of this kind knows, and none is projected beyond them.
 */
public final class WorkerScaling {

    /** Fewest numbers of workers for a model. */
    public static final int LEAST_LEVELS = 3;

    /** A fitted point may miss its measured one by so much, whatever its forks say: less is of no practical meaning. */
    private static final double TOLERATED_MISS = 0.05;

    private static final double KNEE_COVERAGE = 0.90;
    private static final double CONFIDENCE = 0.95;
    private static final double DOUBLING = 2;

    /** Upper ÷ lower end of the widest interval that is told: between perfect scaling and none there is 2. */
    public static final double WIDEST = 1.8;

    private final List<Level> levels;
    private final double cores;
    private final Optional<Fitted> fitted;

    /** Both curves, and those of each resample. */
    private record Fitted(
            WorkerCurve amdahl, WorkerCurve usl, List<WorkerCurve> amdahls, List<WorkerCurve> usls, double miss) {}

    private WorkerScaling(List<Level> levels, double cores) {
        this.levels = levels;
        this.cores = cores;
        this.fitted = levels.size() < LEAST_LEVELS ? Optional.empty() : Optional.of(fit(levels));
    }

    /**
     * Fits what was measured.
     *
     * @param measured numbers of workers with their times, each number once
     * @param cores granted cores
     */
    public static WorkerScaling of(List<Level> measured, double cores) {
        return new WorkerScaling(
                measured.stream()
                        .filter(level -> level.at() <= cores)
                        .sorted(Comparator.comparingDouble(Level::at))
                        .toList(),
                cores);
    }

    private static Fitted fit(List<Level> levels) {
        WorkerFit fit = new WorkerFit(levels.stream().mapToDouble(Level::at).toArray());
        double[] medians = levels.stream().mapToDouble(Level::median).toArray();
        WorkerCurve usl = fit.usl(medians);
        List<WorkerCurve> amdahls = new ArrayList<>();
        List<WorkerCurve> usls = new ArrayList<>();
        for (double[] drawn : ForkBootstrap.medians(levels)) {
            amdahls.add(fit.amdahl(drawn));
            usls.add(fit.usl(drawn));
        }
        double miss = levels.stream()
                .mapToDouble(l -> Math.abs(Math.log(usl.at(l.at()) / l.median())))
                .max()
                .orElse(0);
        return new Fitted(fit.amdahl(medians), usl, amdahls, usls, miss);
    }

    /** The levels that count, by rising number of workers. */
    public List<Level> levels() {
        return levels;
    }

    /** The curve through them by the universal scalability law; absent below {@link #LEAST_LEVELS}. */
    public Optional<WorkerCurve> curve() {
        return fitted.map(Fitted::usl);
    }

    /** By how much the curve misses a measured median at most, a share of it; absent where there is no curve. */
    public Optional<Double> largestMiss() {
        return fitted.map(f -> Math.expm1(f.miss()));
    }

    /** Whether the curve goes through what was measured: through the interval of each median, or past it by 5 % at most. */
    public boolean fits() {
        return fitted.filter(f -> levels.stream().allMatch(l -> passes(f.usl(), l)))
                .isPresent();
    }

    private static boolean passes(WorkerCurve curve, Level level) {
        double model = curve.at(level.at());
        double[] values = level.values();
        Interval forks = Median.interval(CONFIDENCE, values).orElse(Median.range(values));
        return forks.contains(model) || Math.abs(model / level.median() - 1) <= TOLERATED_MISS;
    }

    /** The largest number of workers that may be projected: one doubling, no more than the granted cores. */
    public int furthest() {
        return levels.isEmpty() ? 0 : (int) Math.floor(Math.min(cores, DOUBLING * last().at()));
    }

    /**
     * What so many workers would take: between Amdahl's law and the universal scalability law, with the uncertainty of the
     * forks, of a later sitting and of the misses. Never better than perfect scaling from the largest measured number.
     *
     * @return empty where no model fits, at numbers within the measured ones and at those beyond {@link #furthest}, and where
     *     the interval would be wider than {@link #WIDEST}
     */
    public Optional<Projected> at(int workers) {
        return workers <= lastAt() || workers > furthest() || !fits()
                ? Optional.empty()
                : fitted.map(f -> projected(f, workers, perfect(workers))).filter(p -> p.spread() <= WIDEST);
    }

    private Projected projected(Fitted f, double workers, double perfect) {
        double[] amdahl = f.amdahls().stream().mapToDouble(c -> c.at(workers)).toArray();
        double[] usl = f.usls().stream().mapToDouble(c -> c.at(workers)).toArray();
        double[] low = smaller(amdahl, usl);
        double[] high = larger(amdahl, usl);
        double value =
                Math.max(perfect, Math.sqrt(f.amdahl().at(workers) * f.usl().at(workers)));
        return clipped(ProjectedBand.of(value, low, high, f.miss()), perfect);
    }

    private static Projected clipped(Projected wide, double perfect) {
        Interval all = wide.interval();
        return new Projected(wide.value(), new Interval(Math.max(perfect, all.low()), all.high(), all.coverage()));
    }

    private static double[] smaller(double[] one, double[] other) {
        double[] least = one.clone();
        Arrays.setAll(least, i -> Math.min(one[i], other[i]));
        return least;
    }

    private static double[] larger(double[] one, double[] other) {
        double[] most = one.clone();
        Arrays.setAll(most, i -> Math.max(one[i], other[i]));
        return most;
    }

    /** The least that the forks leave possible: the lower end of the last median, shared by more workers. */
    private double perfect(double workers) {
        double[] last = last().values();
        Interval forks = Median.interval(CONFIDENCE, last).orElse(Median.range(last));
        return forks.low() * last().at() / workers;
    }

    /** Where the fitted curve runs at a number of workers, with its band; for drawing, measured numbers too. */
    public Optional<Projected> curveAt(double workers) {
        return fitted.filter(f -> fits()).map(f -> projected(f, workers, 0));
    }

    /**
     * All that can be said where two numbers of workers were measured: perfect scaling from the larger one, or none.
     *
     * @return empty where a model can be had, where fewer were measured, and beyond {@link #furthest}
     */
    public Optional<Interval> bounds(int workers) {
        if (levels.size() != LEAST_LEVELS - 1 || workers <= lastAt() || workers > furthest()) {
            return Optional.empty();
        }
        double today = last().median();
        return Optional.of(new Interval(today * last().at() / workers, today, 1));
    }

    /** The number of workers beyond which it gets slower, where that is known to lie within the measured ones. */
    public Optional<Interval> knee() {
        return fitted.filter(f -> fits())
                .map(f -> quantiles(f.usls(), WorkerCurve::knee))
                .filter(i -> i.isWithin(levels.get(0).at(), lastAt()));
    }

    private static Interval quantiles(List<WorkerCurve> curves, ToDoubleFunction<WorkerCurve> of) {
        double[] values = curves.stream().mapToDouble(of).sorted().toArray();
        int outside = (int) Math.floor((1 - KNEE_COVERAGE) / 2 * values.length);
        return new Interval(values[outside], values[values.length - 1 - outside], KNEE_COVERAGE);
    }

    /**
     * Which part of their time so many workers are worth what the fewest measured ones are: N₀·T₀ ÷ (N·T).
     *
     * @param level one of the levels above the first
     */
    public Ratio efficiency(Level level) {
        Level first = levels.get(0);
        Ratio ratio = Ratio.of(first.values(), level.values(), CONFIDENCE);
        double share = first.at() / level.at();
        return new Ratio(
                ratio.estimate() * share,
                ratio.interval().map(i -> new Interval(i.low() * share, i.high() * share, i.coverage())));
    }

    private Level last() {
        return levels.get(levels.size() - 1);
    }

    private double lastAt() {
        return levels.isEmpty() ? 0 : last().at();
    }
}
