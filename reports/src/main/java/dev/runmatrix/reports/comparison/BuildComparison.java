// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;

/**
 * Two builds that took turns in one sitting, setting by setting: the comparison that may say SLOWER.
 *
 * <p>All forks that ended well count, those too that other programs disturbed: which of the two goes first is drawn by lot
 * before anything is measured, so that noise falls on both alike and widens the intervals instead of moving them, and leaving
 * forks out would leave out those of the slower build more often, as they run longer. Where most forks of a build were
 * disturbed, though, wall time alone convicts nobody of what waiting for a processor may explain.
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

    /**
     * Judges the builds of a run.
     *
     * @param stored a run that measured two builds in turns
     * @throws UnreadableRunException if its forks do not belong to its plan or do not add up
     */
    public static BuildComparison of(StoredRun stored) throws UnreadableRunException {
        return new Judging(stored).result();
    }

    /** Whether both builds are certain to be the same bytes, so that whatever they differ by is noise, and nobody's fault. */
    public boolean isSameProgram() {
        return builds.isSameProgram();
    }

    /** Whether some metric of some setting has this verdict. */
    public boolean has(Verdict verdict) {
        return pairs.stream().flatMap(pair -> pair.metrics().stream()).anyMatch(metric -> metric.verdict() == verdict);
    }
}
