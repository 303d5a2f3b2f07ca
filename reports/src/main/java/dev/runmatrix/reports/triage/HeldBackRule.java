// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** It wants more cores than it gets, because other programs have them. */
final class HeldBackRule implements TriageRule {

    static final double MIN_FOREIGN = 0.15;
    static final double MIN_QUEUED_PART = 0.15;
    private static final double MORE_THAN_ONE = 1.15;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double wanted = facts.wantedCores();
        double queued = wanted > 0 ? 1 - facts.usedCores() / wanted : 0;
        boolean getsItsShare = facts.usedCores() >= 0.85 * facts.grantedCores();
        if (getsItsShare
                || facts.processorsWereFree()
                || facts.wantedForWork() <= MORE_THAN_ONE
                || facts.foreignCores() <= MIN_FOREIGN
                || queued <= MIN_QUEUED_PART) {
            return Optional.empty();
        }
        return Optional.of(Statement.certain(
                Diagnosis.HELD_BACK,
                Evidence.of("of the cores that it wanted it did not get", queued, Evidence.Unit.SHARE)
                        .above(MIN_QUEUED_PART),
                Evidence.of("cores used by other programs", facts.foreignCores(), Evidence.Unit.CORES)
                        .above(MIN_FOREIGN)));
    }
}
