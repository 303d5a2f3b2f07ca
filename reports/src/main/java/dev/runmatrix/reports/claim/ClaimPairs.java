// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Ratio;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Divides the forks of one cell by those of another. */
final class ClaimPairs {

    private static final double CONFIDENCE = 0.95;

    private final ClaimSamples samples;
    private final Map<String, ClaimSample> known = new HashMap<>();

    ClaimPairs(ClaimSamples samples) {
        this.samples = samples;
    }

    /**
     * The median of all ratios of a fork of the one to a fork of the other, held against a limit.
     *
     * @param formula {@code wall of C02 ÷ wall of C01}
     * @param divisor what ratio and limit are of besides: 1, or the workers that were added
     */
    ClaimCase of(ClaimLimit limit, GateMetric metric, String over, String under, String formula, double divisor) {
        ClaimSample one = sample(over, metric);
        ClaimSample other = sample(under, metric);
        List<ClaimEvidence> evidence = Stream.of(one, other)
                .filter(sample -> sample.n() > 0)
                .map(ClaimSample::median)
                .toList();
        Optional<String> missing = one.missing().or(other::missing);
        if (missing.isPresent()) {
            return ClaimCase.notMeasured(formula, evidence, missing.get());
        }
        if (!one.isPositive() || !other.isPositive()) {
            return ClaimCase.cannotTell(
                    Optional.empty(), Optional.empty(), formula, evidence, "a fork used less than can be measured");
        }
        Ratio ratio = Ratio.of(one.values(), other.values(), CONFIDENCE);
        double value = ratio.estimate() / divisor;
        Optional<Interval> interval = ratio.interval()
                .map(ends -> new Interval(ends.low() / divisor, ends.high() / divisor, ends.coverage()));
        Optional<String> doubt = one.doubt().or(other::doubt);
        if (doubt.isPresent() || interval.isEmpty()) {
            return ClaimCase.cannotTell(
                    Optional.of(value), interval, formula, evidence, doubt.orElse("too few forks for an interval"));
        }
        return ClaimCase.of(limit, value, interval.get(), formula, evidence);
    }

    private ClaimSample sample(String cell, GateMetric metric) {
        return known.computeIfAbsent(metric + " " + cell, key -> samples.of(cell, metric));
    }
}
