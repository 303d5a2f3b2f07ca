// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.Optional;

/**
 * Where the next sitting's median is expected after a number of comparable ones. It is the better comparison with the past
 * where that is long enough, because it holds the drift that there was.
 *
 * <p>The ratio is that of the new median to the geometric mean of the K former ones; its interval is
 * exp(ln ratio ± t₍K−1, 0.975₎ · sd · √(1 + 1/K)), sd of the K logarithms.
 */
public final class NightlyBand {

    private static final double QUANTILE = 0.975;
    private static final double COVERAGE = 0.95;

    private NightlyBand() {}

    /**
     * Compares a new median with former ones.
     *
     * @param median positive
     * @param former positive medians of comparable sittings
     * @return empty below {@link SittingSpread#LEAST_SITTINGS} former ones
     */
    public static Optional<Ratio> of(double median, double... former) {
        if (former.length < SittingSpread.LEAST_SITTINGS) {
            return Optional.empty();
        }
        Sample past = Sample.ofLogarithms(former);
        double difference = Math.log(median) - past.mean();
        double half = Student.quantile(QUANTILE, past.n() - 1.0) * past.deviation() * Math.sqrt(1 + 1.0 / past.n());
        Interval interval = new Interval(Math.exp(difference - half), Math.exp(difference + half), COVERAGE);
        return Optional.of(new Ratio(Math.exp(difference), Optional.of(interval)));
    }
}
