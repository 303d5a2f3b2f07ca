// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The quota of its control group stops it again and again. */
final class ThrottledRule implements TriageRule {

    static final double MIN_SHARE = 0.02;

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        Optional<Double> quota = facts.seen().grant().quotaCores();
        double share = facts.throttledShare().orElse(0.0);
        if (quota.isEmpty() || share <= MIN_SHARE) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(Evidence.of("of the time watched throttled, added over processors", share, Evidence.Unit.SHARE)
                .above(MIN_SHARE));
        facts.throttledPeriods()
                .ifPresent(periods ->
                        evidence.add(Evidence.of("of the accounting periods throttled", periods, Evidence.Unit.SHARE)));
        evidence.add(Evidence.of("cores used", facts.usedCores(), Evidence.Unit.CORES));
        evidence.add(Evidence.of("cores of quota", quota.get(), Evidence.Unit.CORES));
        return Optional.of(new Statement(Diagnosis.THROTTLED, true, evidence));
    }
}
