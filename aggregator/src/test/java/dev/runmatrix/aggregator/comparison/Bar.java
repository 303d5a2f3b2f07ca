// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import dev.runmatrix.aggregator.comparison.Observations.Measured;

/**
 * A ratio that is to stay at or below a limit.
 *
 * @param title what is compared
 * @param ours what is above
 * @param theirs what is below
 * @param scale what the ratio is multiplied by; 1 unless the two did different amounts of work
 * @param limit largest ratio that reaches the bar
 */
record Bar(String title, Measured ours, Measured theirs, double scale, double limit) {

    /** Whether all that it compares was measured. */
    boolean isMeasured(Observations observations) {
        return observations.has(ours.program()) && observations.has(theirs.program());
    }

    Median ratio(Observations observations) {
        Median ratio = observations.ratio(ours, theirs);
        return new Median(ratio.value() * scale, ratio.least() * scale, ratio.greatest() * scale);
    }

    /** A row of a Markdown table. */
    String row(Observations observations) {
        Median ratio = ratio(observations);
        return String.format(
                "| %s | %s | %s | %.2f | %.2f–%.2f | %.2f | %s |",
                title,
                middle(observations, ours),
                middle(observations, theirs),
                ratio.value(),
                ratio.least(),
                ratio.greatest(),
                limit,
                ratio.value() <= limit ? "reached" : "NOT REACHED");
    }

    private static String middle(Observations observations, Measured measured) {
        return measured.quantity()
                .format(observations
                        .median(measured.program(), measured.quantity())
                        .value());
    }
}
