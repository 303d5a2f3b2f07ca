// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.ResourceSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Looks at a fork from outside, from its start to its end. For use by one thread. */
public final class ProcessObserver {

    /** A look at every thread costs the kernel more than a look at the process. */
    private static final long THREADS_PERIOD_NANOS = Duration.ofSeconds(1).toNanos();

    /** In a process that is young each look counts: it is looked at whenever a sample is taken. */
    private static final long YOUNG_PERIOD_NANOS = Duration.ofMillis(80).toNanos();

    private static final long YOUNG_NANOS = Duration.ofSeconds(10).toNanos();

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final ProcessSource process;
    private final long startNanos;
    private final ThreadWaits waits = new ThreadWaits();
    private final NoiseGauge gauge;
    private final List<ResourceSample> samples = new ArrayList<>();
    private Optional<ProcessLook> last = Optional.empty();
    private long nextThreadsNanos;

    /**
     * Observes a process.
     *
     * @param gauge begun before the process was
     */
    ProcessObserver(NoiseGauge gauge, ProcessSource process, long startNanos) {
        this.process = process;
        this.startNanos = startNanos;
        this.nextThreadsNanos = startNanos;
        this.gauge = gauge;
    }

    /** Takes a sample; empty once the process is gone. */
    public Optional<ResourceSample> look() {
        Optional<ProcessLook> seen = process.look();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        last = seen;
        ResourceSample sample = sample(seen.get(), System.nanoTime());
        samples.add(sample);
        return Optional.of(sample);
    }

    /** What was seen, after the process has ended and the harness has waited for it. */
    public Observation finish(long endNanos) {
        long wallNanos = Math.max(1, endNanos - startNanos);
        NoiseGauge.Gauged gauged = gauge.end(wallNanos, process, last, waits);
        process.close();
        return new Observation(
                samples,
                wallNanos,
                gauged.cpuNanos(),
                gauged.harnessNanos(),
                gauged.noise(),
                waits.threads(process.parents(), wallNanos));
    }

    private ResourceSample sample(ProcessLook look, long now) {
        return new ResourceSample(
                (now - startNanos) / NANOS_PER_MILLI,
                look.cpuMillis(),
                look.rssBytes(),
                look.threads(),
                look.readBytes().orElse(0),
                look.writeBytes().orElse(0),
                gauge.hostBusyMillis(),
                runQueueMillis(now));
    }

    private OptionalLong runQueueMillis(long now) {
        if (now < nextThreadsNanos) {
            return OptionalLong.empty();
        }
        // Soon after each other at first, as a short-lived process would else be looked at once, when it had done
        // nothing.
        long age = now - startNanos;
        nextThreadsNanos = now + Math.min(age, age < YOUNG_NANOS ? YOUNG_PERIOD_NANOS : THREADS_PERIOD_NANOS);
        process.folders().forEach(folder -> waits.look(folder, age / NANOS_PER_MILLI));
        OptionalLong nanos = waits.waitedNanos();
        return nanos.isPresent() ? OptionalLong.of(nanos.getAsLong() / NANOS_PER_MILLI) : OptionalLong.empty();
    }
}
