// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import java.util.Optional;

/**
 * What planned forks that ended alike have in common.
 *
 * @param outcome what became of them
 * @param kind how they failed; absent where they did not
 * @param absence why they were never made; absent where they were
 */
public record ForkShare(ForkOutcome outcome, Optional<FailureKind> kind, Optional<Absence> absence) {

    static ForkShare of(ForkSlot slot) {
        Optional<FailureKind> kind = slot.attempt()
                .filter(a -> slot.outcome().isFailure())
                .flatMap(a -> a.failure().map(Failure::kind));
        return new ForkShare(slot.outcome(), kind, slot.absence());
    }
}
