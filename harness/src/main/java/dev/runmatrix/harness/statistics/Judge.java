// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Judges samples of forks. It keeps the laws of the sizes it met, so one judge should serve a whole matrix; several threads may
 * share it.
 *
 * <p>Numbers of forks come from the caller's plan, not from what was seen: adding forks until a word appears would make that
 * word worthless.
 */
public final class Judge {

    /** The level at which a 95 % interval leaves 1. */
    public static final double USUAL_LEVEL = 0.025;

    /**
     * The level of release checks: equal builds are called slower or faster in at most 2 of 100 cells, both directions
     * together and whatever the noise, because the law of U is exact.
     */
    public static final double RELEASE_LEVEL = 0.01;

    private final double level;
    private final Map<Forks, Sizes> sizes = new ConcurrentHashMap<>();

    /** A judge at {@link #USUAL_LEVEL}. */
    public Judge() {
        this(USUAL_LEVEL);
    }

    private Judge(double level) {
        this.level = level;
    }

    /** A judge at {@link #RELEASE_LEVEL}, for what may fail a build. */
    public static Judge ofReleases() {
        return new Judge(RELEASE_LEVEL);
    }

    /**
     * A judge at a level of its own.
     *
     * @param level one-sided p up to which a difference counts as certain, above 0 and at most {@link #USUAL_LEVEL}: the 95 %
     *     interval must leave 1 in any case
     */
    public static Judge at(double level) {
        if (!(level > 0 && level <= USUAL_LEVEL)) {
            throw new IllegalArgumentException("a level of " + level);
        }
        return new Judge(level);
    }

    /**
     * Compares two samples of one metric that were measured side by side: interleaved forks of one sitting.
     *
     * @param candidate positive values, one for each fork, at least one
     * @param base positive values of the same unit, at least one
     * @param tolerance the tolerated change, 0.05 for 5 %
     */
    public Judgement judge(double[] candidate, double[] base, double tolerance) {
        Evidence evidence = evidence(candidate, base, tolerance);
        return new Judgement(Verdict.of(evidence), evidence);
    }

    /** Compares two samples with the metric's own tolerance. */
    public Judgement judge(Metric metric, double[] candidate, double[] base) {
        return judge(candidate, base, metric.tolerance());
    }

    /**
     * Compares a sample with one of another sitting, which can raise a suspicion and no more.
     *
     * @param drift how much two sittings differ by themselves
     * @see #judge(double[], double[], double)
     */
    public Screened screen(double[] candidate, double[] base, double tolerance, SittingSpread drift) {
        return Screened.of(evidence(candidate, base, tolerance), drift);
    }

    private Evidence evidence(double[] candidate, double[] base, double tolerance) {
        Forks forks = new Forks(candidate.length, base.length);
        Sizes known = sizes.computeIfAbsent(forks, f -> Sizes.of(f.candidate, f.base, level));
        return Evidence.of(candidate, base, tolerance, known);
    }

    private record Forks(int candidate, int base) {}
}
