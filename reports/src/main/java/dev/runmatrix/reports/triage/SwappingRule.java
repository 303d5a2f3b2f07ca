// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** Its memory lies in swap, and it needs it. */
final class SwappingRule implements TriageRule {

    static final double MIN_FAULTS_PER_SECOND = 100;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double faults = facts.majorFaultsPerSecond().orElse(0.0);
        long swap = facts.seen().last().swapBytes().orElse(0L);
        if (swap == 0 || faults <= MIN_FAULTS_PER_SECOND) {
            return Optional.empty();
        }
        return Optional.of(Statement.certain(
                Diagnosis.SWAPPING,
                Evidence.of("page faults served by storage", faults, Evidence.Unit.PER_SECOND)
                        .above(MIN_FAULTS_PER_SECOND),
                Evidence.of("in swap", (double) swap, Evidence.Unit.BYTES).above(0)));
    }
}
