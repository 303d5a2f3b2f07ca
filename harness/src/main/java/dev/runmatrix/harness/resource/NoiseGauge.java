// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.Pressure;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The counters of machine and control group around one process: read when it starts and when it has ended. */
final class NoiseGauge {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Machine machine;
    private final ControlGroups groups;
    private final PressureFiles pressure;
    private final HostTicks hostAtStart;
    private final OwnProcess ownAtStart;
    private final OptionalLong throttledAtStart;
    private final OptionalLong throttledPeriodsAtStart;
    private final Optional<Pressure> pressureAtStart;
    private final Optional<String> governor = KernelSettings.ofThisMachine().governor();

    private NoiseGauge(Machine machine, ControlGroups groups) {
        this.machine = machine;
        this.groups = groups;
        pressure = PressureFiles.of(groups);
        hostAtStart = machine.ticks();
        ownAtStart = OwnProcess.now();
        throttledAtStart = groups.throttledNanos();
        throttledPeriodsAtStart = groups.throttledPeriods();
        pressureAtStart = pressure.total();
    }

    /** Begins around a child of this process, which shares its control groups. */
    static NoiseGauge begin(Machine machine) {
        return new NoiseGauge(machine, ControlGroups.ofThisProcess());
    }

    /** Busy time of all processors since the beginning. */
    long hostBusyMillis() {
        return machine.ticks().busyMillis() - hostAtStart.busyMillis();
    }

    /**
     * Ends, when the harness has waited for the process.
     *
     * @param wallNanos life of the process
     * @param process what was looked at
     * @param last the last look at it; absent where there was none
     * @param waits its threads
     */
    Gauged end(long wallNanos, ProcessSource process, Optional<ProcessLook> last, ThreadWaits waits) {
        OwnProcess own = OwnProcess.now();
        long cpuNanos = process.cpuNanos(
                own.childrenCpuNanos() - ownAtStart.childrenCpuNanos(),
                last.map(ProcessLook::cpuMillis).orElse(0L) * NANOS_PER_MILLI);
        return end(wallNanos, own, cpuNanos, last, waits);
    }

    /** Ends around nothing: what the rest of the machine did while the harness did what it did. */
    NoiseEvidence end(long wallNanos) {
        return end(wallNanos, OwnProcess.now(), 0, Optional.empty(), new ThreadWaits())
                .noise();
    }

    private Gauged end(long wallNanos, OwnProcess own, long cpuNanos, Optional<ProcessLook> last, ThreadWaits waits) {
        HostTicks host = machine.ticks();
        long harnessNanos = own.cpuNanos() - ownAtStart.cpuNanos();
        long busyNanos = (host.busyMillis() - hostAtStart.busyMillis()) * NANOS_PER_MILLI;
        NoiseEvidence noise = new NoiseEvidence(
                Math.max(0, (double) (busyNanos - cpuNanos - harnessNanos) / wallNanos),
                stealFraction(host),
                boxed(waits.waitedNanos()),
                grown(throttledAtStart, groups.throttledNanos()),
                PressureFiles.between(pressureAtStart, pressure.total()),
                faults(own, ProcessStat::childMajorFaults, last, ProcessLook::majorFaults),
                faults(own, ProcessStat::childMinorFaults, last, ProcessLook::minorFaults),
                boxed(waits.involuntarySwitches()),
                last.flatMap(look -> boxed(look.readBytes())),
                governor,
                grown(throttledPeriodsAtStart, groups.throttledPeriods()),
                ioWaitFraction(host));
        return new Gauged(cpuNanos, harnessNanos, noise);
    }

    /** The kernel's account of the ended child has what came after the last look; where there is no such account, the look. */
    private Optional<Long> faults(
            OwnProcess own,
            ToLongFunction<ProcessStat> ofChildren,
            Optional<ProcessLook> last,
            Function<ProcessLook, OptionalLong> ofLook) {
        Optional<Long> accounted = ownAtStart
                .kernel()
                .flatMap(before ->
                        own.kernel().map(after -> ofChildren.applyAsLong(after) - ofChildren.applyAsLong(before)));
        Optional<Long> seen = last.flatMap(look -> boxed(ofLook.apply(look)));
        return accounted.map(count -> Math.max(count, seen.orElse(0L))).or(() -> seen);
    }

    private Optional<Double> stealFraction(HostTicks now) {
        long total = now.totalMillis() - hostAtStart.totalMillis();
        return total > 0
                ? Optional.of((double) (now.stealMillis() - hostAtStart.stealMillis()) / total)
                : Optional.empty();
    }

    /** The kernel's account of waiting may go back a little. */
    private Optional<Double> ioWaitFraction(HostTicks now) {
        long total = now.totalMillis() - hostAtStart.totalMillis();
        return total > 0
                ? grown(hostAtStart.waitMillis(), now.waitMillis())
                        .map(waited -> Math.min(1, Math.max(0, (double) waited / total)))
                : Optional.empty();
    }

    private static Optional<Long> grown(OptionalLong before, OptionalLong now) {
        return now.isPresent() && before.isPresent()
                ? Optional.of(now.getAsLong() - before.getAsLong())
                : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    /**
     * What the counters came to.
     *
     * @param cpuNanos processor time of the process
     * @param harnessNanos processor time of the harness meanwhile
     * @param noise what the rest of the machine did
     */
    record Gauged(long cpuNanos, long harnessNanos, NoiseEvidence noise) {}
}
