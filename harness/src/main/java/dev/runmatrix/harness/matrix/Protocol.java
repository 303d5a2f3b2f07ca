// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import dev.runmatrix.harness.statistics.Looks;
import java.time.Duration;
import java.util.Optional;

/**
 * How each cell is measured.
 *
 * @param forks counted forks a cell, at least 1; where {@code maxForks} is more, those before the first look
 * @param maxForks the most counted forks a cell, at least {@code forks}
 * @param precision half width of the interval of a cell's median, as a share of it, at which it needs no more forks
 * @param warmupForks forks before them that are recorded but not counted, at least 0
 * @param twin whether the reference cell, or the first one, is measured twice in each round: an A/A pair
 * @param repeats how often a contaminated fork is made again, 0 or 1
 * @param maxFailures forks of a cell in a row that may fail before its others are skipped, at least 1
 * @param budget the most time that a sitting may take; absent: no limit
 * @param timeout longest life of a fork
 * @param stallTimeout longest time a fork may live without using CPU
 * @param samplePeriod time between two samples of a fork from outside
 */
public record Protocol(
        int forks,
        int maxForks,
        double precision,
        int warmupForks,
        boolean twin,
        int repeats,
        int maxFailures,
        Optional<Duration> budget,
        Duration timeout,
        Duration stallTimeout,
        Duration samplePeriod) {

    public Protocol {
        if (forks < 1 || maxForks < forks) {
            throw new IllegalArgumentException(maxForks + " forks at most are less than " + forks);
        }
    }

    /** Half of the least change that is worth a verdict. */
    private static final double DEFAULT_PRECISION = 0.025;

    /** What holds for the keys that a matrix file does not give. */
    public static final Protocol DEFAULT = new Protocol(
            6,
            6,
            DEFAULT_PRECISION,
            1,
            true,
            1,
            3,
            Optional.empty(),
            Duration.ofMinutes(10),
            Duration.ofSeconds(60),
            Duration.ofMillis(100));

    /** So many forks of each cell, whatever happens: no looks, no A/A pair, no repeats, no limit to failures or time. */
    public static Protocol fixed(
            int forks, int warmupForks, Duration timeout, Duration stallTimeout, Duration samplePeriod) {
        return new Protocol(
                forks,
                forks,
                DEFAULT_PRECISION,
                warmupForks,
                false,
                0,
                Integer.MAX_VALUE,
                Optional.empty(),
                timeout,
                stallTimeout,
                samplePeriod);
    }

    /** This protocol with another number of counted forks, which is then that of every cell. */
    public Protocol withForks(int counted) {
        return new Protocol(
                counted,
                counted,
                precision,
                warmupForks,
                twin,
                repeats,
                maxFailures,
                budget,
                timeout,
                stallTimeout,
                samplePeriod);
    }

    /**
     * This protocol for two builds that take turns: so many forks of each, whatever they show, so that no result decides when
     * to stop. What disturbs a fork disturbs its neighbour of the other build as likely, so none is made again, and the other
     * build is all the twin that a cell needs.
     */
    public Protocol forTurns(int counted) {
        return new Protocol(
                counted,
                counted,
                precision,
                warmupForks,
                false,
                0,
                maxFailures,
                budget,
                timeout,
                stallTimeout,
                samplePeriod);
    }

    /** This protocol with another limit to the forks of a cell, at least {@link #forks()}. */
    public Protocol withMaxForks(int atMost) {
        return new Protocol(
                forks,
                atMost,
                precision,
                warmupForks,
                twin,
                repeats,
                maxFailures,
                budget,
                timeout,
                stallTimeout,
                samplePeriod);
    }

    /** This protocol with another limit to the time of a sitting. */
    public Protocol withBudget(Duration longest) {
        return new Protocol(
                forks,
                maxForks,
                precision,
                warmupForks,
                twin,
                repeats,
                maxFailures,
                Optional.of(longest),
                timeout,
                stallTimeout,
                samplePeriod);
    }

    /** When to look at the forks of a cell, and whether it then needs more. */
    public Looks looks() {
        return new Looks(forks, maxForks, precision);
    }

    /** This protocol with another limit to the life of a fork. */
    public Protocol withTimeout(Duration longest) {
        return new Protocol(
                forks,
                maxForks,
                precision,
                warmupForks,
                twin,
                repeats,
                maxFailures,
                budget,
                longest,
                stallTimeout,
                samplePeriod);
    }
}
