// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Screened;
import dev.runmatrix.harness.statistics.Sensitivity;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * One metric of one cell in two runs.
 *
 * @param metric the metric
 * @param baseMedian median of the clean forks of the run that is compared with, in seconds or bytes
 * @param candidateMedian median of those of the other
 * @param screened the comparison
 * @param finding what it says
 */
public record MetricComparison(
        Metric metric, double baseMedian, double candidateMedian, Screened screened, Finding finding) {

    /** Candidate ÷ base: the Hodges–Lehmann estimate, which need not be that of the medians. */
    public double ratio() {
        return screened.ratio();
    }

    /** The 95 % interval of the ratio with what sittings differ by in it; absent where there are too few forks. */
    public Optional<Interval> interval() {
        return screened.widened();
    }

    /**
     * The smallest change that this comparison could have shown, as a share: the noise of the forks and that between sittings
     * together. Empty where there are too few forks.
     */
    public OptionalDouble smallestChange() {
        Sensitivity sensitivity = screened.evidence().sensitivity();
        if (!screened.isScreened() || sensitivity.spread().isEmpty()) {
            return OptionalDouble.empty();
        }
        // Forks that agree to the last digit hide their spread; the drift remains.
        double ofForks = sensitivity.smallestChange().orElse(0);
        double together = Math.hypot(Math.log1p(ofForks), screened.drift().halfWidth());
        return OptionalDouble.of(Math.expm1(together));
    }

    /** Forks of each build, made in one sitting, with which the tolerance can be judged; empty where that is not known. */
    public OptionalInt forksNeeded() {
        return screened.evidence().sensitivity().forksNeeded();
    }
}
