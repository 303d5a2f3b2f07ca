// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.reports.analysis.Comparison;
import java.util.Optional;

/**
 * One cell against another: the ratios of what is shown of both, so that wall = CPU work ÷ cores used holds between them
 * without a remainder, and the ratio over all forks with its interval.
 *
 * @param cell the one
 * @param base the other, which it is divided by
 * @param overAll ratio of the wall times over all forks, 95 %
 */
record Contrast(Measured cell, Measured base, Ratio overAll) {

    private static final double CONFIDENCE = 0.95;
    private static final double EQUIVALENCE = 0.90;

    static Contrast of(Measured cell, Measured base) {
        return new Contrast(cell, base, ratio(cell, base, CONFIDENCE));
    }

    private static Ratio ratio(Measured cell, Measured base, double confidence) {
        return Ratio.of(cell.numbers().wallSeconds(), base.numbers().wallSeconds(), confidence);
    }

    double wall() {
        return cell.wallSeconds() / base.wallSeconds();
    }

    double cpu() {
        return cell.cpuSeconds() / base.cpuSeconds();
    }

    double cores() {
        return cell.cores() / base.cores();
    }

    /** Greatest resident set ÷ that of the other; absent where one was not seen. */
    Optional<Double> rss() {
        return cell.peakRssBytes().flatMap(own -> base.peakRssBytes().map(other -> (double) own / other));
    }

    /** Whether the cell took less time by more than the threshold, as far as the forks tell. */
    boolean isFaster() {
        return overAll.estimate() <= 1 / (1 + Comparison.THRESHOLD)
                && overAll.interval().map(interval -> interval.high() < 1).orElse(apart());
    }

    /** Whether the cell took more time by more than the threshold, as far as the forks tell. */
    boolean isSlower() {
        return overAll.estimate() >= 1 + Comparison.THRESHOLD
                && overAll.interval().map(interval -> interval.low() > 1).orElse(false);
    }

    /** Whether the two take the same time within the threshold: their 90 % interval says so. */
    boolean isSame() {
        Optional<Interval> narrow = ratio(cell, base, EQUIVALENCE).interval();
        return narrow.filter(interval -> interval.isWithin(1 / (1 + Comparison.THRESHOLD), 1 + Comparison.THRESHOLD))
                .isPresent();
    }

    /** Too few forks for an interval: then no fork of the one may be among those of the other. */
    private boolean apart() {
        return !cell.numbers().wallRange().overlaps(base.numbers().wallRange());
    }

    /** Whether both have the forks and the calm that a verdict needs. */
    boolean isConclusive() {
        return cell.isRanked() && base.isRanked() && cell.isUndisturbed() && base.isUndisturbed();
    }

    /** Share of the other's wall time that the cell saves; absent where it does not. */
    Optional<Double> gain() {
        return isFaster() ? Optional.of(1 - wall()) : Optional.empty();
    }
}
