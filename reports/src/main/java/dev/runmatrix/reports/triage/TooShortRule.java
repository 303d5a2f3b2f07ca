// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** Too little was seen to judge by. */
final class TooShortRule implements TriageRule {

    static final double MIN_SECONDS = 2;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double seconds = facts.seen().windowNanos() / 1e9;
        return seconds >= MIN_SECONDS
                ? Optional.empty()
                : Optional.of(Statement.certain(
                        Diagnosis.TOO_SHORT,
                        Evidence.of("watched", seconds, Evidence.Unit.SECONDS).below(MIN_SECONDS)));
    }
}
