// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import dev.runmatrix.harness.statistics.SmallestChange;
import dev.runmatrix.harness.statistics.Verdict;
import java.util.Optional;

/**
 * The smallest change of the wall time of a cell that a run is expected to show, see {@link SmallestChange}.
 *
 * @param share 0.06 for 6 %
 * @param forks counted forks of each cell
 * @param spread what it was computed from
 * @param measuredForks earlier forks on this class of machines that the spread is of; absent where it is assumed
 */
public record ExpectedChange(double share, int forks, double spread, Optional<Integer> measuredForks) {

    /** What is assumed of a machine that has not been measured on: a steady one on which little else runs. */
    public static final double ASSUMED_SPREAD = 0.05;

    /** Fewer forks of each cell have no interval of 95 %. */
    public static final int LEAST_FORKS = 4;

    /** The change a verdict asks for at least. */
    private static final double TOLERANCE = 0.05;

    /** What earlier forks let expect. */
    public static ExpectedChange measured(int forks, double spread, int measuredForks) {
        return new ExpectedChange(share(forks, spread), forks, spread, Optional.of(measuredForks));
    }

    /** What is expected where nothing is known. */
    public static ExpectedChange assumed(int forks) {
        return new ExpectedChange(share(forks, ASSUMED_SPREAD), forks, ASSUMED_SPREAD, Optional.empty());
    }

    /** The judgement. */
    public Check check() {
        String limit = "verdicts from " + Figure.percent(TOLERANCE);
        if (forks < LEAST_FORKS) {
            return Check.warning(
                    "verdicts",
                    forks + (forks == 1 ? " fork a cell" : " forks a cell"),
                    LEAST_FORKS + " forks",
                    "So few forks show that everything works, and rank nothing: --forks 6.");
        }
        if (forks < Verdict.LEAST_FORKS) {
            return Check.warning(
                    "verdicts",
                    forks + " forks a cell",
                    Verdict.LEAST_FORKS + " forks",
                    "So few forks rank the cells, and are too few for FASTER or SLOWER: --forks 6.");
        }
        String basis = measuredForks
                .map(n ->
                        "The spread of " + n + " earlier forks on machines of this class is " + Figure.percent(spread))
                .orElse("No earlier run on a machine of this class: a spread of " + Figure.percent(spread)
                        + " is assumed");
        return new Check(
                "verdicts",
                share <= 2 * TOLERANCE ? Check.Level.OK : Check.Level.WARNING,
                "changes of " + Figure.percent(share) + " or more",
                Optional.of(limit),
                Optional.of(basis + ", and with " + forks + " forks a cell 4 of 5 changes of that size are found."
                        + (share <= 2 * TOLERANCE ? "" : " For smaller ones make more forks, or the machine quieter.")),
                Optional.empty());
    }

    private static double share(int forks, double spread) {
        return forks < LEAST_FORKS ? Double.POSITIVE_INFINITY : SmallestChange.between(forks, forks, spread);
    }
}
