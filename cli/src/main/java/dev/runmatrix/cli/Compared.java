// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.model.RunVerdicts;
import java.util.Map;

/**
 * Two stored runs, compared.
 *
 * @param base what is compared with
 * @param candidate what is compared
 * @param comparison what came of it
 * @param advisory whether to go on where the two are not comparable
 */
record Compared(Comparand base, Comparand candidate, RunComparison comparison, boolean advisory) {

    static Compared of(Comparand base, Comparand candidate, boolean advisory) throws CommandFailure {
        try {
            Map<Metric, SittingSpread> drift =
                    KnownDrift.of(Home.current().results(), candidate.stored().run());
            RunComparison comparison = RunComparison.of(base.stored(), candidate.stored(), drift);
            return new Compared(base, candidate, comparison, advisory);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    /** What the reports of the candidate show of it. */
    RunVerdicts.ComparedWith shown() {
        return new RunVerdicts.ComparedWith(base.label(), comparison);
    }

    /** Whether their times are not to be shown. */
    boolean isRefused() {
        return !advisory && !comparison.comparability().isComparable();
    }
}
