// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The end of a projection: its cell was measured.
 *
 * @param schema {@value LedgerLine#SCHEMA}
 * @param id the projection
 * @param outcome how it ended
 * @param changed what was different, where that makes it void: input, build, machine, jdk, jvm_args; else empty
 * @param cell name of the measured cell in the run that closes it
 * @param measured median of its forks in the unit of the projection; absent where the projection is void
 * @param ofProjected measured ÷ projected value; absent likewise
 * @param closedAt when that run ended
 * @param run its id
 */
public record ProjectionClosing(
        String schema,
        String id,
        ProjectionOutcome outcome,
        List<String> changed,
        String cell,
        Optional<Double> measured,
        Optional<Double> ofProjected,
        Instant closedAt,
        String run)
        implements LedgerLine {

    public ProjectionClosing {
        changed = List.copyOf(changed);
        boolean isVoid = outcome == ProjectionOutcome.VOID;
        if (isVoid == measured.isPresent() || isVoid == ofProjected.isPresent() || isVoid == changed.isEmpty()) {
            throw new IllegalArgumentException(
                    "closing " + id + ": " + outcome + ", changed " + changed + ", " + measured);
        }
    }
}
