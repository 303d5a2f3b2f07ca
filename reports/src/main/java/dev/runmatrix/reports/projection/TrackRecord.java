// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.harness.result.ProjectionOutcome;
import dev.runmatrix.harness.statistics.Median;
import java.util.List;
import java.util.Optional;

/**
 * What closed projections were worth.
 *
 * @param inside measured within their interval
 * @param outside measured outside
 * @param voided never checked, as something had changed
 * @param medianError median of |measured ÷ projected − 1| of the checked ones; absent where there is none
 */
public record TrackRecord(int inside, int outside, int voided, Optional<Double> medianError) {

    static TrackRecord of(List<ProjectionClosing> closings) {
        double[] errors = closings.stream()
                .flatMap(closing -> closing.ofProjected().stream())
                .mapToDouble(share -> Math.abs(share - 1))
                .toArray();
        return new TrackRecord(
                count(closings, ProjectionOutcome.INSIDE),
                count(closings, ProjectionOutcome.OUTSIDE),
                count(closings, ProjectionOutcome.VOID),
                errors.length == 0 ? Optional.empty() : Optional.of(Median.of(errors)));
    }

    private static int count(List<ProjectionClosing> closings, ProjectionOutcome outcome) {
        return (int) closings.stream().filter(c -> c.outcome() == outcome).count();
    }

    /** How many were checked by a measurement. */
    public int checked() {
        return inside + outside;
    }
}
