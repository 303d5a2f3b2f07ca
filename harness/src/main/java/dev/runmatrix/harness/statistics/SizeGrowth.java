// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * How a quantity grows with the rows of the input, and what larger inputs would take.
 *
 * <p>What is said of larger ones starts at the largest that was measured and lies between two curves. Time grows at least
 * along the straight line from the smaller input that took least, as the fixed part is no more than what that took, and at most
 * in proportion to the rows, or with the power that the last two sizes show where that is above 1. Memory stays at least,
 * or grows with two thirds of the power that the last two sizes show, and at most along the steeper of the straight lines. Inputs of
 * another kind, with a row of summary for more or fewer rows, tell of the fixed part and of nothing else.
 */
public final class SizeGrowth {

    /** Beyond so many times the largest measured input nothing is said. */
    public static final double REACH = 10;

    /** Upper ÷ lower end of the widest interval that is told. */
    public static final double WIDEST = 1.5;

    private final GrowthKind kind;
    private final List<Level> alike;
    private final Optional<Level> start;
    private final List<Level> used;
    private final double[][] drawn;

    private SizeGrowth(GrowthKind kind, List<Level> alike, List<Level> unlike) {
        this.kind = kind;
        this.alike = alike;
        // What costs more with fewer rows is of another kind indeed, and tells nothing of a fixed part.
        this.start = Stream.concat(
                        alike.stream(),
                        unlike.stream()
                                .filter(level -> level.median() < largest().median()))
                .filter(level -> level.at() < largest().at())
                .min(Comparator.comparingDouble(Level::median).thenComparingDouble(Level::at));
        this.used = start.map(this::used).orElse(List.of());
        this.drawn = ForkBootstrap.medians(used);
    }

    private List<Level> used(Level from) {
        Stream<Level> previous =
                alike.stream().skip(Math.max(0, alike.size() - 2)).limit(alike.size() < 2 ? 0 : 1);
        return Stream.concat(Stream.of(largest(), from), previous).toList();
    }

    /**
     * Looks at sizes.
     *
     * @param kind how the quantity can grow
     * @param alike inputs of the same kind as those to be projected, each number of rows once, at least one
     * @param unlike other inputs
     */
    public static SizeGrowth of(GrowthKind kind, List<Level> alike, List<Level> unlike) {
        return new SizeGrowth(
                kind,
                alike.stream().sorted(Comparator.comparingDouble(Level::at)).toList(),
                List.copyOf(unlike));
    }

    /** The inputs of the same kind, by rising rows. */
    public List<Level> alike() {
        return alike;
    }

    /** The slope between the smallest and the largest input of the same kind; absent where there is one. */
    public Optional<Elasticity> elasticity() {
        return alike.size() < 2 ? Optional.empty() : Optional.of(Elasticity.between(alike.get(0), largest()));
    }

    /** The input that a projection begins at. */
    public Level largest() {
        return alike.get(alike.size() - 1);
    }

    /** The smaller input that took least, of either kind; absent where there is none. */
    public Optional<Level> start() {
        return start;
    }

    /** Whether what is said of larger inputs rests on the one with so many rows. */
    public boolean isUsed(double rows) {
        return used.stream().anyMatch(level -> level.at() == rows);
    }

    /**
     * What an input of so many rows would take.
     *
     * @return empty where a smaller input is missing, at rows within the measured ones, beyond {@link #REACH} times them, and
     *     where the interval would be wider than {@link #WIDEST}
     */
    public Optional<Projected> at(double rows) {
        return band(rows).filter(projected -> projected.spread() <= WIDEST);
    }

    /** The same however wide it is. */
    public Optional<Projected> band(double rows) {
        double reach = REACH * largest().at();
        return used.isEmpty() || rows <= largest().at() || rows > reach ? Optional.empty() : Optional.of(between(rows));
    }

    private Projected between(double rows) {
        double value =
                curves(used.stream().mapToDouble(Level::median).toArray()).middle(rows);
        return ProjectedBand.of(value, each(c -> c.low(rows)), each(c -> c.high(rows)), 0);
    }

    private double[] each(ToDoubleFunction<SizeCurves> says) {
        double[] all = new double[drawn.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = says.applyAsDouble(curves(drawn[i]));
        }
        return all;
    }

    private SizeCurves curves(double[] medians) {
        boolean two = used.size() > 2;
        return new SizeCurves(
                kind,
                used.get(0).at(),
                medians[0],
                used.get(1).at(),
                medians[1],
                two ? OptionalDouble.of(used.get(2).at()) : OptionalDouble.empty(),
                two ? OptionalDouble.of(medians[2]) : OptionalDouble.empty());
    }

    /**
     * The largest input that keeps a limit, at the upper and at the lower end of what larger ones would take.
     *
     * @param limit in the unit of the values
     * @return empty where the largest measured input does not keep it, or nothing can be said of larger ones
     */
    public Optional<Capacity> within(double limit) {
        if (used.isEmpty() || largest().median() > limit) {
            return Optional.empty();
        }
        return Optional.of(new Capacity(
                rows(limit, p -> p.interval().high()),
                rows(limit, p -> p.interval().low())));
    }

    private double rows(double limit, ToDoubleFunction<Projected> end) {
        double fits = largest().at();
        double beyond = REACH * fits;
        if (keeps(beyond, limit, end)) {
            return beyond;
        }
        for (int step = 0; step < 24; step++) {
            double middle = (fits + beyond) / 2;
            if (keeps(middle, limit, end)) {
                fits = middle;
            } else {
                beyond = middle;
            }
        }
        return fits;
    }

    private boolean keeps(double rows, double limit, ToDoubleFunction<Projected> end) {
        return band(rows).filter(p -> end.applyAsDouble(p) <= limit).isPresent();
    }

    /**
     * A number of rows.
     *
     * @param surely so many rows keep the limit at the upper end of what they would take
     * @param perhaps so many keep it at the lower end, {@code surely} or more
     */
    public record Capacity(double surely, double perhaps) {}
}
