// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.statistics.Median;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the attempts of a cell failed.
 *
 * @param kind the most frequent kind of failure, the earliest among equals
 * @param failed attempts that failed, of any kind
 * @param attempts attempts there were
 * @param afterSeconds how long a failed attempt lived, the middle one; absent where none was started
 * @param example the first failure of that kind, with its message
 */
public record FailureSummary(
        FailureKind kind, int failed, int attempts, Optional<Double> afterSeconds, Failure example) {

    /** Summarises the failures among some attempts; absent where none failed. */
    static Optional<FailureSummary> of(List<ForkRecord> attempts) {
        List<ForkRecord> failed =
                attempts.stream().filter(a -> a.failure().isPresent()).toList();
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        List<Failure> failures =
                failed.stream().flatMap(a -> a.failure().stream()).toList();
        FailureKind kind = mostFrequent(failures);
        Failure example =
                failures.stream().filter(f -> f.kind() == kind).findFirst().orElseThrow();
        return Optional.of(new FailureSummary(kind, failed.size(), attempts.size(), middleLife(failed), example));
    }

    private static FailureKind mostFrequent(List<Failure> failures) {
        Map<FailureKind, Integer> counts = new LinkedHashMap<>();
        failures.forEach(f -> counts.merge(f.kind(), 1, Integer::sum));
        int most = counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return counts.entrySet().stream()
                .filter(e -> e.getValue() == most)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Double> middleLife(List<ForkRecord> failed) {
        List<Double> lives = failed.stream()
                .flatMap(a -> a.process().stream())
                .map(p -> p.wallNanos() / 1e9)
                .sorted(Comparator.naturalOrder())
                .toList();
        return lives.isEmpty() ? Optional.empty() : Optional.of(lives.get(Median.lowerIndex(lives.size())));
    }
}
