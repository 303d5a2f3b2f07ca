// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** It does nothing: it has nothing to do, or waits for something that does not come. */
final class IdleRule implements TriageRule {

    static final double MAX_CORES = 0.10;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double wanted = facts.wantedCores();
        return wanted >= MAX_CORES
                ? Optional.empty()
                : Optional.of(Statement.certain(
                        Diagnosis.IDLE,
                        Evidence.of("cores wanted, run-queue delay taken out", wanted, Evidence.Unit.CORES)
                                .below(MAX_CORES)));
    }
}
