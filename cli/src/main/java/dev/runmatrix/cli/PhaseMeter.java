// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.sun.management.OperatingSystemMXBean;
import dev.runmatrix.aggregator.ProgressListener;
import dev.runmatrix.aggregator.choice.Choice;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Measures the processor time of each phase, all threads of the process together, and passes on what it hears. */
final class PhaseMeter implements ProgressListener {

    private final ProgressListener next;
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private final Map<String, Long> cpuNanos = new LinkedHashMap<>();
    private long since = processCpuNanos();

    PhaseMeter(ProgressListener next) {
        this.next = next;
    }

    @Override
    public void begun(long rows, Optional<Choice> choice) {
        next.begun(rows, choice);
    }

    @Override
    public void folded(long rows) {
        next.folded(rows);
    }

    @Override
    public void phaseEnded(String name) {
        long now = processCpuNanos();
        cpuNanos.merge(name, now - since, Long::sum);
        since = now;
        next.phaseEnded(name);
    }

    /** User and system time of each phase, in order, in steps of the kernel's ticks. */
    Map<String, Long> cpuNanos() {
        return Collections.unmodifiableMap(cpuNanos);
    }

    /** User and system time since the process began. */
    long processCpuNanos() {
        return system.getProcessCpuTime();
    }
}
