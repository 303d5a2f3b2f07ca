// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of the harness and of the children that it has waited for.
 *
 * @param cpuNanos user and system time of the harness itself so far
 * @param childrenCpuNanos the same of all its ended children; 0 where the kernel does not say
 */
record OwnProcess(long cpuNanos, long childrenCpuNanos) {

    private static final Path STAT = Path.of("/proc/self/stat");

    /** Linux counts in hundredths of a second towards user space, whatever its own clock does. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    static OwnProcess now() {
        long own = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
        return new OwnProcess(own, childrenNanos());
    }

    private static long childrenNanos() {
        try {
            String stat = Files.readString(STAT);
            // The second field is the command in parentheses and may hold spaces: count from its end.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) * NANOS_PER_TICK;
        } catch (IOException e) {
            return 0;
        }
    }
}
