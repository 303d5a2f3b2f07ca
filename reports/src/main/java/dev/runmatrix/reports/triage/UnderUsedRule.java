// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.Optional;

/** More workers were asked for, and cores are there for them, than are used or queued for. */
final class UnderUsedRule implements TriageRule {

    static final double MIN_PART = 0.6;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        Optional<Double> useful = facts.usefulWorkers().filter(workers -> workers >= 1.5);
        double wanted = facts.wantedForWork();
        if (useful.isEmpty() || wanted >= MIN_PART * useful.get() || wanted < IdleRule.MAX_CORES) {
            return Optional.empty();
        }
        return Optional.of(Statement.certain(
                Diagnosis.FEWER_THAN_REQUESTED,
                Evidence.of("cores wanted, run-queue delay taken out", wanted, Evidence.Unit.CORES)
                        .below(MIN_PART * useful.get()),
                Evidence.of("workers that could work at once", useful.get(), Evidence.Unit.CORES)));
    }
}
