// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.List;

/**
 * What all rules find in a run.
 *
 * @param findings ready to be told, in the order of telling
 */
public record Diagnosis(List<Finding> findings) {

    private static final List<Rule> RULES = List.of(
            new SerialByConfiguration(),
            new SaturatedThread(),
            new Stragglers(),
            new IdleWorkers(),
            new Oversubscription(),
            new WorkersWithoutBenefit(),
            new WorkInflation(),
            new SmallChunks(),
            new LargeChunks(),
            new ModeTradeOff());

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Diagnoses a judged run. */
    public static Diagnosis of(RunAnalysis run) {
        RunFacts facts = RunFacts.of(run);
        return new Diagnosis(
                RULES.stream().flatMap(rule -> rule.judge(facts).stream()).toList());
    }

    /** What is about one cell. */
    public List<Finding> about(String cell) {
        return findings.stream()
                .filter(finding -> finding.cells().contains(cell))
                .toList();
    }
}
