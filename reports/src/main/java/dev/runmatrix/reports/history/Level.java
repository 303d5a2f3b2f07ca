// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Median;
import java.util.Optional;

/**
 * One metric of one cell in one run.
 *
 * @param forks clean forks it is of, at least 1
 * @param median their median, in seconds or bytes, above 0
 * @param spread robust relative spread of the forks, 0.02 for 2 %; absent for a single fork
 * @param interval 95 % interval of the median; absent below 6 forks
 */
public record Level(int forks, double median, Optional<Double> spread, Optional<Interval> interval) {

    private static final double CONFIDENCE = 0.95;

    static Level of(double... values) {
        return new Level(
                values.length,
                Median.of(values),
                values.length < 2 ? Optional.empty() : Optional.of(Median.relativeSpread(values)),
                Median.interval(CONFIDENCE, values));
    }
}
