// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.statistics.Median;
import java.util.List;
import java.util.Optional;

/**
 * What a cell brings to a claim.
 *
 * @param cell its name
 * @param forks one value for each fork, in the unit of the metric
 * @param missing why the cell cannot be used at all; absent where it can
 * @param doubt why no verdict can rest on it; absent where one can
 */
record ClaimSample(String cell, List<Double> forks, Optional<String> missing, Optional<String> doubt) {

    ClaimSample {
        forks = List.copyOf(forks);
    }

    static ClaimSample missing(String cell, String why) {
        return new ClaimSample(cell, List.of(), Optional.of(why), Optional.empty());
    }

    double[] values() {
        return forks.stream().mapToDouble(Double::doubleValue).toArray();
    }

    int n() {
        return forks.size();
    }

    ClaimEvidence median() {
        Optional<Double> median = n() == 0 ? Optional.empty() : Optional.of(Median.of(values()));
        return new ClaimEvidence(cell, ClaimEvidence.MEDIAN, median, n());
    }

    boolean isPositive() {
        return forks.stream().allMatch(value -> value > 0);
    }
}
