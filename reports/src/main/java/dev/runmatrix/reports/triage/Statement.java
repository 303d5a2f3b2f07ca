// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.List;

/**
 * What a rule states.
 *
 * @param diagnosis what is stated
 * @param certain whether several counters say so; one alone is consistent with it
 * @param evidence the values that it rests on, the most telling first
 */
public record Statement(Diagnosis diagnosis, boolean certain, List<Evidence> evidence) {

    public Statement {
        evidence = List.copyOf(evidence);
    }

    static Statement certain(Diagnosis diagnosis, Evidence... evidence) {
        return new Statement(diagnosis, true, List.of(evidence));
    }

    static Statement consistent(Diagnosis diagnosis, Evidence... evidence) {
        return new Statement(diagnosis, false, List.of(evidence));
    }
}
