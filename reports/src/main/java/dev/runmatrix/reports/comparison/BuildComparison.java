// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;

/**
 * Two builds that took turns in one sitting, setting by setting: the comparison that may say SLOWER.
 *
 * @param run the run that measured them
 * @param builds the builds
 * @param clock which time is compared
 * @param pairs each setting with both of its cells, in the order of the plan
 */
public record BuildComparison(RunRecord run, BuildPair builds, WallClock clock, List<JudgedPair> pairs) {

    public BuildComparison {
        pairs = List.copyOf(pairs);
    }

    /** Whether some metric of some setting has this verdict. */
    public boolean has(Verdict verdict) {
        return pairs.stream().flatMap(pair -> pair.metrics().stream()).anyMatch(metric -> metric.verdict() == verdict);
    }
}
