// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ThreadTimes;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the processor time of a fork is shared among the threads that work in it.
 *
 * @param busiest the one with most processor time
 * @param alike the busiest and those of its kind that had work too, by falling processor time
 * @param wallSeconds wall time of the span that they are of
 */
record ThreadShares(ThreadTimes busiest, List<ThreadTimes> alike, double wallSeconds) {

    private static final double NANOS = 1e9;

    /** A thread with less than this share of what the busiest had was started, but had no part of the work. */
    private static final double HAD_WORK = 0.02;

    /** From so much of the time of the busiest on, another thread worked until the end with it. */
    private static final double UNTIL_THE_END = 0.85;

    ThreadShares {
        alike = List.copyOf(alike);
    }

    /**
     * The shares in a fork; absent where its threads were not seen.
     *
     * @param workers how many can share the work; empty where that is not known
     */
    static Optional<ThreadShares> of(ForkFacts fork, OptionalInt workers) {
        List<ThreadTimes> falling = fork.workers().stream()
                .sorted(Comparator.comparingLong(ThreadTimes::cpuNanos).reversed())
                .toList();
        if (falling.isEmpty() || falling.get(0).cpuNanos() == 0) {
            return Optional.empty();
        }
        ThreadTimes busiest = falling.get(0);
        List<ThreadTimes> alike = falling.stream()
                .filter(thread -> isAlike(thread.name(), busiest.name()))
                .filter(thread -> thread.cpuNanos() >= HAD_WORK * busiest.cpuNanos())
                .limit(workers.orElse(Integer.MAX_VALUE))
                .toList();
        return Optional.of(new ThreadShares(busiest, alike, fork.times().wallSeconds()));
    }

    /** Threads of a pool have the same name but for their numbers. Read often, so without a pattern. */
    private static boolean isAlike(String one, String other) {
        int i = pastDigits(one, 0);
        int j = pastDigits(other, 0);
        while (i < one.length() && j < other.length() && one.charAt(i) == other.charAt(j)) {
            i = pastDigits(one, i + 1);
            j = pastDigits(other, j + 1);
        }
        return i == one.length() && j == other.length();
    }

    private static int pastDigits(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Share of the wall time that the busiest was on a processor. */
    double busiestShare() {
        return busiest.cpuNanos() / NANOS / wallSeconds;
    }

    /** Processor time of the busiest ÷ the mean of its kind. */
    double imbalance() {
        double mean = alike.stream().mapToLong(ThreadTimes::cpuNanos).average().orElse((double) busiest.cpuNanos());
        return busiest.cpuNanos() / mean;
    }

    /** From the first of its kind that ended to the last one, seconds. */
    double tailSeconds() {
        long last = alike.stream().mapToLong(ThreadTimes::lastMillis).max().orElse(0);
        long first = alike.stream().mapToLong(ThreadTimes::lastMillis).min().orElse(0);
        return (last - first) / 1e3;
    }

    double tailShare() {
        return tailSeconds() / wallSeconds;
    }

    /** Whether some thread of the same kind ended clearly before the busiest. */
    boolean someEndedEarly() {
        return alike.stream().anyMatch(thread -> thread.lastMillis() < UNTIL_THE_END * busiest.lastMillis());
    }

    double seconds(ThreadTimes thread) {
        return thread.cpuNanos() / NANOS;
    }
}
