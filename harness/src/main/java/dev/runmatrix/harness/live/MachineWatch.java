// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveMachine;
import java.time.Duration;
import java.util.List;

/** The machine since the watch began. */
final class MachineWatch {

    private final ProcFiles proc;
    private final HostClock atStart;
    private final Duration ownAtStart;

    MachineWatch(ProcFiles proc) {
        this.proc = proc;
        this.atStart = clock();
        this.ownAtStart = ownCpu();
    }

    /** Busy time of all processors. */
    long busyNanos() {
        return clock().busyNanos() - atStart.busyNanos();
    }

    LiveMachine machine() {
        List<String> memory = proc.lines(proc.root().resolve("meminfo"));
        HostClock now = clock();
        return new LiveMachine(
                now.processors(),
                Counters.kiloBytes(memory, "MemTotal:"),
                Counters.kiloBytes(memory, "MemAvailable:"),
                now.busyNanos() - atStart.busyNanos(),
                // The kernel's account of idle time may step back by a tick.
                Math.max(0, now.ioWaitNanos() - atStart.ioWaitNanos()),
                Math.max(0, now.stealNanos() - atStart.stealNanos()),
                now.totalNanos() - atStart.totalNanos(),
                ownCpu().minus(ownAtStart).toNanos());
    }

    private HostClock clock() {
        return HostClock.read(proc)
                .orElseGet(() -> new HostClock(0, 0, 0, 0, Runtime.getRuntime().availableProcessors()));
    }

    private static Duration ownCpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
