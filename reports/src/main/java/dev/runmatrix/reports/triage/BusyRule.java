// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** It works, and nothing speaks against how. */
final class BusyRule implements TriageRule {

    private static final double SEVERAL = 1.15;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        return Optional.of(Statement.certain(
                diagnosis(facts),
                Evidence.of("cores used", facts.usedCores(), Evidence.Unit.CORES),
                Evidence.of("cores wanted, run-queue delay taken out", facts.wantedCores(), Evidence.Unit.CORES)));
    }

    private static Diagnosis diagnosis(TriageFacts facts) {
        if (facts.wantedForWork() > SEVERAL) {
            return Diagnosis.BUSY_IN_PARALLEL;
        }
        boolean single = facts.workThreads() <= 1 || facts.grantedCores() < 1.5;
        return single && facts.wantedForWork() >= SingleCoreRule.MIN_CORES
                ? Diagnosis.BUSY_SINGLE_THREAD
                : Diagnosis.BUSY;
    }
}
