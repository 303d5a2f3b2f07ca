// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the harness has used so far, and the children that it has waited for.
 *
 * @param cpuNanos user and system time of the harness itself
 * @param kernel the kernel's counters, those of its ended children among them; absent where the kernel does not say
 */
record OwnProcess(long cpuNanos, Optional<ProcessStat> kernel) {

    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Path STAT = Path.of("/proc/self/stat");

    static OwnProcess now() {
        long own = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
        return new OwnProcess(own, ProcessStat.parse(KernelText.of(STAT)));
    }

    /** User and system time of all its ended children; 0 where the kernel does not say. */
    long childrenCpuNanos() {
        return kernel.map(ProcessStat::childCpuMillis).orElse(0L) * NANOS_PER_MILLI;
    }
}
