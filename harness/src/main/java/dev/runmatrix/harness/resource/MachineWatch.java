// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.NoiseEvidence;
import java.io.InterruptedIOException;
import java.time.Duration;

/** Watches the machine for a while, doing nothing. */
public final class MachineWatch {

    private static final long PERIOD_NANOS = Duration.ofSeconds(1).toNanos();
    private static final long NANOS_PER_MILLI = 1_000_000;

    private MachineWatch() {}

    /** Returns when the time is over. */
    public static MachineLoad observe(Machine machine, Duration length) throws InterruptedIOException {
        NoiseGauge whole = NoiseGauge.begin(machine);
        long startNanos = System.nanoTime();
        long startMillis = System.currentTimeMillis();
        double busiest = 0;
        long left = length.toNanos();
        while (left > 0) {
            NoiseGauge second = NoiseGauge.begin(machine);
            long from = System.nanoTime();
            sleep(Math.min(left, PERIOD_NANOS));
            busiest = Math.max(busiest, second.end(elapsed(from)).foreignCores());
            left -= System.nanoTime() - from;
        }
        long wallNanos = elapsed(startNanos);
        long stepMillis = System.currentTimeMillis() - startMillis - wallNanos / NANOS_PER_MILLI;
        NoiseEvidence seen = whole.end(wallNanos);
        return new MachineLoad(
                wallNanos,
                seen.foreignCores(),
                Math.max(busiest, seen.foreignCores()),
                seen.stealFraction(),
                seen.throttledNanos(),
                seen.pressure(),
                stepMillis);
    }

    private static long elapsed(long fromNanos) {
        return Math.max(1, System.nanoTime() - fromNanos);
    }

    private static void sleep(long nanos) throws InterruptedIOException {
        try {
            Thread.sleep(nanos / NANOS_PER_MILLI, (int) (nanos % NANOS_PER_MILLI));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while watching the machine");
        }
    }
}
