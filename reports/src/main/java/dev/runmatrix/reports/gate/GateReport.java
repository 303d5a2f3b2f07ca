// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import java.util.List;

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

    /** How many results came to this. */
    public int count(GateOutcome outcome) {
        return (int)
                results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
