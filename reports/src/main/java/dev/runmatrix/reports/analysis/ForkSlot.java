// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import java.util.Optional;

/**
 * One counted fork of the plan and what became of it.
 *
 * @param number of the fork within its cell, from 1
 * @param outcome what became of it
 * @param attempt the attempt that counts: the last one with this number; absent for {@link ForkOutcome#NOT_RUN}
 */
public record ForkSlot(int number, ForkOutcome outcome, Optional<ForkRecord> attempt) {

    public ForkSlot {
        if (attempt.isEmpty() != (outcome == ForkOutcome.NOT_RUN)) {
            throw new IllegalArgumentException("fork " + number + " is " + outcome + " with attempt " + attempt);
        }
    }
}
