// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.ForkNoise;
import dev.runmatrix.reports.words.Units;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * One kind of noise over several forks, as written.
 *
 * @param low the least
 * @param middle the median
 * @param high the greatest
 */
record NoiseRange(String low, String middle, String high) {

    /** Cores of other processes. */
    static Optional<NoiseRange> cores(List<ForkNoise> forks) {
        return cores(forks, n -> Optional.of(n.evidence().foreignCores()));
    }

    /** Cores of some kind. */
    static Optional<NoiseRange> cores(List<ForkNoise> forks, Function<ForkNoise, Optional<Double>> what) {
        return of(forks, what, Units::cores);
    }

    /** A share in percent, without the sign. */
    static Optional<NoiseRange> percent(List<ForkNoise> forks, Function<ForkNoise, Optional<Double>> what) {
        return of(forks, what, NoiseRange::percent);
    }

    static String percent(double share) {
        return Units.fixed(100 * share, Math.abs(share) < 0.1 ? 1 : 0);
    }

    /** A number of events. */
    static Optional<NoiseRange> count(List<ForkNoise> forks, Function<NoiseEvidence, Optional<Long>> what) {
        return of(
                forks, n -> what.apply(n.evidence()).map(Long::doubleValue), events -> Units.count(Math.round(events)));
    }

    /** Absent where no fork tells. */
    private static Optional<NoiseRange> of(
            List<ForkNoise> forks, Function<ForkNoise, Optional<Double>> what, DoubleFunction<String> written) {
        double[] values = forks.stream()
                .flatMap(n -> what.apply(n).stream())
                .mapToDouble(v -> v)
                .sorted()
                .toArray();
        return values.length == 0
                ? Optional.empty()
                : Optional.of(new NoiseRange(
                        written.apply(values[0]),
                        written.apply(Median.of(values)),
                        written.apply(Arrays.stream(values).max().orElse(0))));
    }

    /** {@code 0.02 [0.00–1.40]}; the one number where all are alike. */
    String around() {
        return low.equals(high) ? middle : middle + " " + Units.brackets(Units.range(low, high));
    }

    /** {@code 0.00–1.40}. */
    String ends() {
        return Units.range(low, high);
    }
}
