// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ResourceSample;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import oshi.software.os.OSProcess;

/** Looks at a fork from outside, from its start to its end. For use by one thread. */
public final class ProcessObserver {

    /** A look at every thread costs the kernel more than a look at the process. */
    private static final long RUN_QUEUE_PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

    private final Machine machine;
    private final ProcessView view;
    private final long startNanos;
    private final RunQueue runQueue;
    private final ControlGroups groups = ControlGroups.ofThisProcess();
    private final OptionalLong throttledAtStart = groups.throttledNanos();
    private final OwnProcess harness;
    private final HostTicks hostAtStart;
    private final List<ResourceSample> samples = new ArrayList<>();
    private long nextRunQueueNanos;

    ProcessObserver(Machine machine, OSProcess process, long startNanos) {
        this(machine, new SingleProcess(process), process.getProcessID(), OwnProcess.now(), startNanos);
    }

    /**
     * Observes what a view shows.
     *
     * @param pid the process that the harness started
     * @param harness the harness before that
     */
    ProcessObserver(Machine machine, ProcessView view, long pid, OwnProcess harness, long startNanos) {
        this.machine = machine;
        this.view = view;
        this.harness = harness;
        this.startNanos = startNanos;
        this.nextRunQueueNanos = startNanos;
        this.runQueue = new RunQueue(Path.of("/proc", Long.toString(pid)));
        this.hostAtStart = machine.ticks();
    }

    /** Takes a sample; empty once the process is gone. */
    public Optional<ResourceSample> look() {
        Optional<ProcessView.ProcessUse> seen = view.look();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        ProcessView.ProcessUse use = seen.get();
        long now = System.nanoTime();
        ResourceSample sample = new ResourceSample(
                (now - startNanos) / 1_000_000,
                use.cpuMillis(),
                use.rssBytes(),
                use.threads(),
                use.readBytes(),
                use.writeBytes(),
                machine.ticks().busyMillis() - hostAtStart.busyMillis(),
                runQueueMillis(now));
        samples.add(sample);
        return Optional.of(sample);
    }

    /** What was seen, after the process has ended and the harness has waited for it. */
    public Observation finish(long endNanos) {
        HostTicks host = machine.ticks();
        OwnProcess own = OwnProcess.now();
        long sampledCpuMillis =
                samples.stream().mapToLong(ResourceSample::cpuMillis).max().orElse(0);
        long cpuNanos =
                view.cpuNanos(own.childrenCpuNanos() - harness.childrenCpuNanos(), sampledCpuMillis * 1_000_000);
        long harnessNanos = own.cpuNanos() - harness.cpuNanos();
        long wallNanos = Math.max(1, endNanos - startNanos);
        long busyNanos = (host.busyMillis() - hostAtStart.busyMillis()) * 1_000_000;
        double foreignCores = Math.max(0, (double) (busyNanos - cpuNanos - harnessNanos) / wallNanos);
        NoiseEvidence noise = new NoiseEvidence(
                foreignCores,
                stealFraction(host),
                boxed(runQueue.totalNanos()),
                throttledNanos(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Observation(List.copyOf(samples), wallNanos, cpuNanos, harnessNanos, noise);
    }

    private OptionalLong runQueueMillis(long now) {
        if (now < nextRunQueueNanos) {
            return OptionalLong.empty();
        }
        nextRunQueueNanos = now + RUN_QUEUE_PERIOD_NANOS;
        runQueue.look();
        OptionalLong nanos = runQueue.totalNanos();
        return nanos.isPresent() ? OptionalLong.of(nanos.getAsLong() / 1_000_000) : OptionalLong.empty();
    }

    private Optional<Double> stealFraction(HostTicks now) {
        long total = now.totalMillis() - hostAtStart.totalMillis();
        return total > 0
                ? Optional.of((double) (now.stealMillis() - hostAtStart.stealMillis()) / total)
                : Optional.empty();
    }

    private Optional<Long> throttledNanos() {
        OptionalLong now = groups.throttledNanos();
        return now.isPresent() && throttledAtStart.isPresent()
                ? Optional.of(now.getAsLong() - throttledAtStart.getAsLong())
                : Optional.empty();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
