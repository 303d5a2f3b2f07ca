// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.statistics.Contamination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Others were at work on the machine, so that everything takes longer than it would alone. */
final class NoiseRule implements TriageRule {

    @Override
    public Optional<Statement> judge(TriageFacts facts) {
        double foreign = facts.foreignCores();
        double steal = facts.stealShare();
        if (!Contamination.of(foreign, OptionalDouble.of(steal))) {
            return Optional.empty();
        }
        List<Evidence> evidence = new ArrayList<>();
        if (foreign > Contamination.MAX_FOREIGN_CORES) {
            evidence.add(Evidence.of("cores used by other programs", foreign, Evidence.Unit.CORES)
                    .above(Contamination.MAX_FOREIGN_CORES));
        }
        if (steal > Contamination.MAX_STEAL) {
            evidence.add(Evidence.of("of the machine taken by the hypervisor", steal, Evidence.Unit.SHARE)
                    .above(Contamination.MAX_STEAL));
        }
        return Optional.of(new Statement(Diagnosis.NOISE, true, evidence));
    }
}
