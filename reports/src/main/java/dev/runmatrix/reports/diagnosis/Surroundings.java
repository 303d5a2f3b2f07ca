// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.Pressure;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkNoise;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the machine did around one fork. Everything is absent where the machine did not tell.
 *
 * @param seconds wall of the whole process, which the counters are of
 * @param noise what was seen
 */
record Surroundings(double seconds, Optional<ForkNoise> noise) {

    private static final double NANOS = 1e9;

    static Surroundings of(RunAnalysis run, CellAnalysis cell, ForkFacts fork) {
        return new Surroundings(fork.processSeconds(), run.noise(cell, fork.attempt()));
    }

    /** Mean cores that other processes used. */
    Optional<Double> foreignCores() {
        return noise.map(seen -> seen.evidence().foreignCores());
    }

    /** Share of the machine's capacity that the hypervisor took. */
    Optional<Double> steal() {
        return evidence(NoiseEvidence::stealFraction);
    }

    /** Time that threads waited for a processor ÷ wall time of the workers. */
    Optional<Double> runQueue() {
        return noise.flatMap(ForkNoise::runQueue);
    }

    /** Processors on which the control group was held back, on average over the wall time. */
    Optional<Double> throttled() {
        return noise.flatMap(ForkNoise::throttled);
    }

    /** Time that something waited for input or output ÷ wall time. */
    Optional<Double> ioPressure() {
        return noise.flatMap(ForkNoise::ioPressure);
    }

    Optional<Double> ioWait() {
        return evidence(NoiseEvidence::ioWaitFraction);
    }

    /** Bytes from storage ÷ bytes of the input. */
    Optional<Double> storageShare() {
        return noise.flatMap(ForkNoise::storageShare);
    }

    Optional<Double> storageBytesPerSecond() {
        return evidence(NoiseEvidence::storageReadBytes).map(bytes -> bytes / seconds);
    }

    Optional<Double> majorFaultsPerSecond() {
        return evidence(NoiseEvidence::majorFaults).map(faults -> faults / seconds);
    }

    /** Time that something waited for memory ÷ wall time. */
    Optional<Double> memoryPressure() {
        return evidence(NoiseEvidence::pressure).flatMap(Pressure::memoryNanos).map(nanos -> nanos / NANOS / seconds);
    }

    private <T> Optional<T> evidence(Function<NoiseEvidence, Optional<T>> part) {
        return noise.map(ForkNoise::evidence).flatMap(part);
    }
}
