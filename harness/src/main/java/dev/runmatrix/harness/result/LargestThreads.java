// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes few of many threads: those with little processor time are added up by their role. */
public final class LargestThreads {

    private static final long LITTLE_NANOS = 1_000_000;

    private LargestThreads() {}

    /** At most {@link ThreadTimes#MOST}, the largest first; nothing of their times is lost. */
    public static List<ThreadTimes> of(List<ThreadTimes> all) {
        List<ThreadTimes> largest = all.stream()
                .sorted(Comparator.comparingLong(ThreadTimes::cpuNanos).reversed())
                .toList();
        int roles = ThreadRole.values().length;
        List<ThreadTimes> few = new ArrayList<>(largest.stream()
                .takeWhile(thread -> thread.cpuNanos() >= LITTLE_NANOS)
                .limit(ThreadTimes.MOST - roles)
                .toList());
        List<ThreadTimes> rest = largest.subList(few.size(), largest.size());
        for (ThreadRole role : ThreadRole.values()) {
            rest.stream()
                    .filter(thread -> thread.role() == role)
                    .reduce(LargestThreads::together)
                    .ifPresent(few::add);
        }
        return List.copyOf(few);
    }

    private static ThreadTimes together(ThreadTimes one, ThreadTimes other) {
        return new ThreadTimes(
                one.role().word(),
                one.role(),
                one.count() + other.count(),
                Math.min(one.firstMillis(), other.firstMillis()),
                Math.max(one.lastMillis(), other.lastMillis()),
                one.cpuNanos() + other.cpuNanos(),
                sum(one.runQueueNanos(), other.runQueueNanos()));
    }

    private static Optional<Long> sum(Optional<Long> one, Optional<Long> other) {
        return one.flatMap(first -> other.map(second -> first + second));
    }
}
