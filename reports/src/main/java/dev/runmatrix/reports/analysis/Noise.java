// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.statistics.Contamination;

/** When the rest of the machine disturbed a fork too much for its times to be compared. */
public final class Noise {

    private Noise() {}

    static boolean disturbed(NoiseEvidence noise) {
        return Contamination.of(
                noise.foreignCores(),
                noise.stealFraction().stream().mapToDouble(s -> s).findFirst());
    }

    /** What became of an attempt; one whose surroundings could not be seen counts as undisturbed. */
    public static ForkOutcome outcome(ForkRecord attempt) {
        if (attempt.status() == ForkStatus.FAILED) {
            return ForkOutcome.FAILED;
        }
        if (attempt.status() == ForkStatus.TIMED_OUT) {
            return ForkOutcome.TIMED_OUT;
        }
        if (attempt.output().filter(o -> o.isWrong()).isPresent()) {
            return ForkOutcome.WRONG_OUTPUT;
        }
        boolean disturbed = attempt.noise().filter(Noise::disturbed).isPresent();
        return disturbed ? ForkOutcome.CONTAMINATED : ForkOutcome.CLEAN;
    }
}
