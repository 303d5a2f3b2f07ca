// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** It works now and then, and waits for most of the time. */
final class MostlyWaitingRule implements TriageRule {

    static final double MAX_CORES = 0.6;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double wanted = facts.wantedCores();
        return wanted >= MAX_CORES
                ? Optional.empty()
                : Optional.of(Statement.certain(
                        Diagnosis.MOSTLY_WAITING,
                        Evidence.of("cores wanted, run-queue delay taken out", wanted, Evidence.Unit.CORES)
                                .below(MAX_CORES)));
    }
}
