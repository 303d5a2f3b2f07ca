// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import dev.runmatrix.harness.resource.MachineLoad;
import dev.runmatrix.harness.result.Pressure;
import dev.runmatrix.harness.statistics.Contamination;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the machine is quiet now. The limits are those that forks are judged by. */
public final class LoadChecks {

    /** Share of the time in which something waited for a processor; more comes from more to do than cores. */
    static final double MOST_CPU_PRESSURE = 0.10;

    /** Waiting for memory means that it is being taken away and read again. */
    static final double MOST_MEMORY_PRESSURE = 0.05;

    /** From here on, waiting for storage is taken for a cause of slowness. */
    static final double MOST_IO_PRESSURE = 0.20;

    static final double MOST_THROTTLED = 0.02;

    private static final String NOT_TOLD = "not told by this kernel";

    private LoadChecks() {}

    /** All of them, in order. */
    public static List<Check> of(MachineLoad load) {
        List<Check> checks = new ArrayList<>();
        checks.add(foreign(load));
        checks.add(steal(load));
        checks.addAll(pressures(load));
        checks.add(throttling(load));
        return checks;
    }

    private static Check foreign(MachineLoad load) {
        double limit = Contamination.MAX_FOREIGN_CORES;
        String found = cores(load.foreignCores()) + ", at most " + cores(load.busiestForeignCores()) + " in a second";
        return Check.judged(
                load.foreignCores() <= limit,
                "foreign load",
                found,
                cores(limit),
                "Other programs are at work. Forks that they disturb by more than " + Figure.cores(limit)
                        + " are marked as contaminated and count for no verdict: end those programs, or wait. A command"
                        + " that lists them: ps -eo pid,pcpu,comm --sort=-pcpu | head");
    }

    private static Check steal(MachineLoad load) {
        double limit = Contamination.MAX_STEAL;
        if (load.stealFraction().isEmpty()) {
            return Check.fact("steal", NOT_TOLD);
        }
        double steal = load.stealFraction().get();
        return Check.judged(
                steal <= limit,
                "steal",
                Figure.percent(steal),
                Figure.percent(limit),
                "The hypervisor gives this machine's time to somebody else: measure at another time, or on another"
                        + " machine.");
    }

    private static List<Check> pressures(MachineLoad load) {
        if (load.pressure().isEmpty()) {
            return List.of(Check.fact("pressure", NOT_TOLD));
        }
        Pressure pressure = load.pressure().get();
        return List.of(
                pressure(
                        load,
                        "cpu pressure",
                        pressure.cpuNanos(),
                        MOST_CPU_PRESSURE,
                        "Programs wait for processors, before any fork has been started: there is more to do than cores."),
                pressure(
                        load,
                        "memory pressure",
                        pressure.memoryNanos(),
                        MOST_MEMORY_PRESSURE,
                        "Programs wait for memory: end some, or give the machine more."),
                pressure(
                        load,
                        "I/O pressure",
                        pressure.ioNanos(),
                        MOST_IO_PRESSURE,
                        "Programs wait for storage, which forks will then share: let them finish."));
    }

    private static Check pressure(MachineLoad load, String name, Optional<Long> waited, double limit, String advice) {
        if (waited.isEmpty()) {
            return Check.fact(name, NOT_TOLD);
        }
        double share = (double) waited.get() / load.wallNanos();
        return Check.judged(
                share <= limit, name, Figure.percent(share) + " of the time", Figure.percent(limit), advice);
    }

    private static Check throttling(MachineLoad load) {
        if (load.throttledNanos().isEmpty()) {
            return Check.fact("throttling", "no control group tells");
        }
        double share = (double) load.throttledNanos().get() / load.wallNanos();
        return Check.judged(
                share <= MOST_THROTTLED,
                "throttling",
                Figure.percent(share) + " of the time",
                Figure.percent(MOST_THROTTLED),
                "The control group has used up its quota: raise the quota, or ask for fewer workers.");
    }

    private static String cores(double cores) {
        return String.format(java.util.Locale.ROOT, "%.2f", cores);
    }
}
