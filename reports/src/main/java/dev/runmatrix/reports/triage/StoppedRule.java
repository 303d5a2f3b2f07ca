// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** Somebody has stopped it: a signal, a debugger, a terminal. */
final class StoppedRule implements TriageRule {

    static final double MIN_SHARE = 2.0 / 3;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double share = facts.stoppedShare();
        return share < MIN_SHARE
                ? Optional.empty()
                : Optional.of(Statement.certain(
                        Diagnosis.STOPPED,
                        Evidence.of("of the looks met every thread stopped", share, Evidence.Unit.SHARE)
                                .atLeast(MIN_SHARE)));
    }
}
