// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.floor.Completions;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorOutcome;
import dev.runmatrix.harness.result.FloorPurpose;
import dev.runmatrix.harness.statistics.Median;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The attempts with one amount of memory.
 *
 * @param heapMebibytes greatest heap; absent where it was as shipped
 * @param limitMebibytes limit of the process; absent for none
 * @param attempts how many
 * @param completed how many of them completed
 * @param does whether 2 of 3 did, of more than 3 two thirds; absent while that is open
 * @param wallNanos median wall of those; absent where none did
 * @param ratio median wall ÷ that with the shipped flags; absent where either is
 * @param peakRssBytes median of the greatest resident sets of those that completed
 * @param outcome how the others ended, in words; empty where none did otherwise
 */
record FloorPoint(
        Optional<Long> heapMebibytes,
        Optional<Long> limitMebibytes,
        int attempts,
        int completed,
        Optional<Boolean> does,
        Optional<Double> wallNanos,
        Optional<Double> ratio,
        Optional<Double> peakRssBytes,
        String outcome) {

    /** All points of a search: the shipped heap first, then lesser and lesser ones, and the limits likewise. */
    static List<FloorPoint> of(List<FloorAttempt> attempts) {
        List<FloorAttempt> shipped = attempts.stream()
                .filter(a -> a.purpose() == FloorPurpose.SHIPPED)
                .toList();
        Optional<Double> plenty = wall(shipped.size() > 1 ? shipped.subList(1, shipped.size()) : shipped);
        List<FloorPoint> points = new ArrayList<>();
        if (!shipped.isEmpty()) {
            points.add(point(shipped, plenty, plenty));
        }
        Map<Key, List<FloorAttempt>> others = attempts.stream()
                .filter(a -> a.purpose() != FloorPurpose.SHIPPED)
                .collect(Collectors.groupingBy(Key::of));
        others.keySet().stream().sorted(Key.DESCENDING).forEach(key -> {
            List<FloorAttempt> made = others.getOrDefault(key, List.of());
            List<FloorAttempt> timed =
                    made.stream().filter(a -> a.purpose() == FloorPurpose.KNEE).toList();
            points.add(point(made, wall(timed).or(() -> wall(made)), plenty));
        });
        return points;
    }

    private static FloorPoint point(List<FloorAttempt> made, Optional<Double> wall, Optional<Double> plenty) {
        FloorAttempt first = made.get(0);
        Completions completions = Completions.of(made);
        List<FloorAttempt> completed =
                made.stream().filter(FloorAttempt::hasCompleted).toList();
        return new FloorPoint(
                first.heapMebibytes(),
                first.limitMebibytes(),
                made.size(),
                completed.size(),
                completions.isOpen() ? Optional.empty() : Optional.of(completions.does()),
                wall,
                wall.flatMap(w -> plenty.map(p -> w / p)),
                median(completed.stream()
                        .flatMap(a -> a.peakRssBytes().stream())
                        .toList()),
                outcome(made));
    }

    private static Optional<Double> wall(List<FloorAttempt> attempts) {
        return median(attempts.stream()
                .filter(FloorAttempt::hasCompleted)
                .flatMap(a -> a.wallNanos().stream())
                .toList());
    }

    private static Optional<Double> median(List<Long> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Median.of(values.stream().mapToDouble(Long::doubleValue).toArray()));
    }

    private static String outcome(List<FloorAttempt> made) {
        return made.stream()
                .map(FloorAttempt::outcome)
                .filter(outcome -> outcome != FloorOutcome.COMPLETED)
                .distinct()
                .map(FloorPoint::words)
                .collect(Collectors.joining(", "));
    }

    private static String words(FloorOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "completed";
            case OUT_OF_MEMORY -> "out of memory";
            case KILLED_FOR_MEMORY -> "killed by the kernel";
            case TOO_SLOW -> "too slow";
            case WRONG_OUTPUT -> "wrong output";
            case REFUSED -> "refused by the JVM";
            case FAILED -> "failed otherwise";
        };
    }

    /** What attempts of one point have in common. */
    private record Key(long limit, long heap) {

        static final Comparator<Key> DESCENDING = Comparator.comparingLong(Key::limit)
                .thenComparingLong(Key::heap)
                .reversed();

        static Key of(FloorAttempt attempt) {
            return new Key(
                    attempt.limitMebibytes().orElse(0L), attempt.heapMebibytes().orElse(0L));
        }
    }
}
