// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** A JVM that spends its time on collecting garbage, as it does when the heap is too small. */
final class GarbageRule implements TriageRule {

    static final double MIN_SHARE = 0.20;

    /** Below this a share of the processor time means nothing. */
    static final double MIN_CORES = 0.2;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double share = facts.garbageShare();
        if (facts.wantedCores() < MIN_CORES || share <= MIN_SHARE) {
            return Optional.empty();
        }
        return Optional.of(Statement.consistent(
                Diagnosis.COLLECTING_GARBAGE,
                Evidence.of("of its CPU time went to the JVM's collector threads", share, Evidence.Unit.SHARE)
                        .above(MIN_SHARE),
                Evidence.of("cores used", facts.usedCores(), Evidence.Unit.CORES)));
    }
}
