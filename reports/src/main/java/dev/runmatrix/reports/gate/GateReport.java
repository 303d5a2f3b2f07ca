// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.Accepted;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a gate says about a run: every rule in every cell that it names.
 *
 * @param results rule by rule, in the order of the file, and within each in the order of the plan
 * @param notices what a reader should know besides, sentences: an acceptance that has expired, a rule that names no cell
 */
public record GateReport(List<GateResult> results, List<String> notices) {

    public GateReport {
        results = List.copyOf(results);
        notices = List.copyOf(notices);
    }

    /**
     * Judges a run by the rules of a gate.
     *
     * @param gate the rules; its baseline is the one that {@code compared} compares with
     * @param stored the run
     * @param compared the run against a stored one; absent where there is no such baseline
     * @param builds both builds in one sitting, in this run or in one that confirms what {@code compared} suspects; absent
     *     where there is neither
     * @param accepted what somebody has accepted
     * @param today the day on which acceptances count or have expired
     * @throws UnreadableRunException if the forks of the run do not belong to its plan or do not add up
     */
    public static GateReport of(
            Gate gate,
            StoredRun stored,
            Optional<RunComparison> compared,
            Optional<BuildComparison> builds,
            List<Accepted> accepted,
            LocalDate today)
            throws UnreadableRunException {
        GatedRun run = GatedRun.of(stored);
        Increases increases = new Increases(compared, builds, gate.baseline());
        return new Gating(run, increases, new Bounds(run), new Acceptances(accepted, gate, run, today)).report(gate);
    }

    /** How many results came to this. */
    public int count(GateOutcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Whether some result came to one of these. */
    public boolean has(GateOutcome... outcomes) {
        return Arrays.stream(outcomes).anyMatch(outcome -> count(outcome) > 0);
    }
}
