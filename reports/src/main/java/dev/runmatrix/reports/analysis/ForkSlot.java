// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import java.util.Optional;

/**
 * One counted fork of the plan and what became of it.
 *
 * @param number of the fork within its cell, from 1
 * @param outcome what became of it
 * @param attempt the attempt that counts: the last one with this number; absent for a fork that was never made
 * @param absence why it was never made; absent where it was
 */
public record ForkSlot(int number, ForkOutcome outcome, Optional<ForkRecord> attempt, Optional<Absence> absence) {

    public ForkSlot {
        if (attempt.isEmpty() != outcome.isMissing() || absence.isPresent() != outcome.isMissing()) {
            throw new IllegalArgumentException(
                    "fork " + number + " is " + outcome + " with attempt " + attempt + " and absence " + absence);
        }
    }

    static ForkSlot made(int number, ForkRecord attempt) {
        return new ForkSlot(number, Noise.outcome(attempt), Optional.of(attempt), Optional.empty());
    }

    static ForkSlot missing(int number, Absence why) {
        ForkOutcome outcome = why == Absence.FAILING ? ForkOutcome.SKIPPED : ForkOutcome.NOT_RUN;
        return new ForkSlot(number, outcome, Optional.empty(), Optional.of(why));
    }
}
