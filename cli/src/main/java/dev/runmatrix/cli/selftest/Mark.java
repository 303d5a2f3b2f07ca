// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.resource.MarkedProcesses;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * By what all processes of a scenario are known, wherever they have gone: a variable of their environment. Where there is no
 * {@code /proc}, none is seen.
 *
 * @param value unlike that of any other scenario
 */
record Mark(String value) {

    static final String VARIABLE = "RUN_MATRIX_SELFTEST";

    private static final long PAUSE_MILLIS = 50;

    static Mark drawn() {
        return new Mark(UUID.randomUUID().toString());
    }

    /** Ids of the processes that live. */
    List<Long> processes() {
        return MarkedProcesses.with(VARIABLE + "=" + value).stream()
                .filter(pid -> !MarkedProcesses.isZombie(pid))
                .toList();
    }

    /** Waits until none is left; returns those that are when the time is over. */
    List<Long> awaitNone(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        List<Long> left = processes();
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            left = processes();
        }
        return left;
    }

    /** Ends them all, the last first. */
    void end() {
        processes().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }
}
