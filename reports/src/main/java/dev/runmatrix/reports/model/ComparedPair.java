// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.attribution.Decomposition;
import dev.runmatrix.reports.attribution.Factor;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two cells, or one of two builds or runs, with what makes them differ.
 *
 * @param cell name of the one
 * @param against name of the other
 * @param reason why they are compared
 * @param told whether it deserves a sentence of its own
 * @param cells those of the two that this run measured
 * @param decomposition why they differ
 */
record ComparedPair(
        String cell,
        String against,
        String reason,
        boolean told,
        List<CellAnalysis> cells,
        Decomposition decomposition) {

    /** Below this a factor has no practical meaning. */
    private static final double THRESHOLD = 0.05;

    ComparedPair {
        cells = List.copyOf(cells);
    }

    String title() {
        return cell + " against " + against;
    }

    /** {@code Option 1: C09 takes ×0.382 of the wall time of C05: CPU work ×1.07 ÷ cores used ×2.80 (…)}. */
    Text sentence() {
        return Text.empty()
                .strong(Wording.capitalised(reason))
                .plain(": " + cell + " takes "
                        + Units.ratio(decomposition.wall().shown()) + " of the wall time of "
                        + against + ": CPU work "
                        + Units.ratio(decomposition.work().shown()) + " \u00f7 cores used "
                        + Units.ratio(decomposition.cores().shown()) + " (" + reading() + ").");
    }

    /** {@code ×1.07 · ×0.357 = ×0.382}. */
    String equation() {
        return Units.ratio(decomposition.work().shown()) + " \u00b7 "
                + Units.ratio(decomposition.inverseCores().shown()) + " = "
                + Units.ratio(decomposition.wall().shown());
    }

    /** What the intervals of the two factors show. */
    String reading() {
        if (decomposition.wall().ratio().interval().isEmpty()) {
            return "too few forks for an interval";
        }
        List<String> shown = Stream.of(
                        word(decomposition.work(), "less CPU work", "about as much CPU work", "more CPU work"),
                        word(decomposition.cores(), "fewer cores used", "about as many cores used", "more cores used"))
                .flatMap(Optional::stream)
                .toList();
        return shown.isEmpty() ? "cannot tell" : String.join(", ", shown);
    }

    private static Optional<String> word(Factor factor, String less, String same, String more) {
        Interval interval = factor.ratio().interval().orElseThrow();
        if (interval.isWithin(1 / (1 + THRESHOLD), 1 + THRESHOLD)) {
            return Optional.of(same);
        }
        if (interval.high() < 1) {
            return Optional.of(less);
        }
        return interval.low() > 1 ? Optional.of(more) : Optional.empty();
    }

    static Why.Ranged ranged(Factor factor) {
        return new Why.Ranged(
                Units.ratio(factor.shown()),
                factor.ratio()
                        .interval()
                        .map(Units::ratioInterval)
                        .map(Units::brackets)
                        .orElse(""));
    }
}
