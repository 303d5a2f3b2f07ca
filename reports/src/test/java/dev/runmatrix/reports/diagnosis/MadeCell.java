// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A cell of a run made by hand. Its forks differ by a percent, the median one is as told. */
final class MadeCell {

    private static final double[] SPREAD = {0.99, 1.0, 1.003, 1.01, 0.995, 1.006};
    private static final double NANOS = 1e9;

    private final PlannedCell planned;
    private final List<ThreadTimes> threads = new ArrayList<>();
    private double wallSeconds = 30;
    private double cpuSeconds = 30;
    private long rssBytes = 500_000_000L;
    private long chunks = 1000;
    private double foreignCores;
    private double throttledSeconds;
    private long storageBytes = 100_000_000L;
    private double ioWait;

    MadeCell(PlannedCell planned) {
        this.planned = planned;
    }

    MadeCell takes(double wall, double cores) {
        wallSeconds = wall;
        cpuSeconds = wall * cores;
        return this;
    }

    MadeCell rss(double gigabytes) {
        rssBytes = Math.round(gigabytes * 1e9);
        return this;
    }

    MadeCell chunks(long number) {
        chunks = number;
        return this;
    }

    MadeCell amid(double otherCores) {
        foreignCores = otherCores;
        return this;
    }

    MadeCell throttled(double seconds) {
        throttledSeconds = seconds;
        return this;
    }

    /** Megabytes that storage delivered, and the share of capacity that idled for it. */
    MadeCell fromStorage(long megabytes, double idle) {
        storageBytes = megabytes * 1_000_000;
        ioWait = idle;
        return this;
    }

    /** A thread of the program's own: CPU seconds, seconds in the run queue, and when it was last at work. */
    MadeCell thread(String name, double cpu, double queued, double last) {
        threads.add(thread(name, ThreadRole.WORK, cpu, queued, last));
        return this;
    }

    /** CPU seconds of the collector. */
    MadeCell garbage(double cpu) {
        threads.add(thread("G1 Conc#0", ThreadRole.GARBAGE, cpu, 0, wallSeconds));
        return this;
    }

    private static ThreadTimes thread(String name, ThreadRole role, double cpu, double queued, double last) {
        return new ThreadTimes(
                name,
                role,
                1,
                0,
                Math.round(last * 1e3),
                Math.round(cpu * NANOS),
                Optional.of(Math.round(queued * NANOS)));
    }

    void addTo(List<ForkRecord> forks) {
        for (int i = 0; i < SPREAD.length; i++) {
            forks.add(fork(SPREAD[i], i + 1, forks.size() + 1));
        }
    }

    private ForkRecord fork(double factor, int number, int attempt) {
        long wall = Math.round(wallSeconds * factor * NANOS);
        long cpu = Math.round(cpuSeconds * factor * NANOS);
        Optional<RegionDetail> detail = Optional.of(
                new RegionDetail(threads, chunks, 50_000, Optional.of(300L), 0, 0, Optional.of(50_000_000L)));
        return new ForkRecord(
                ForkRecord.SCHEMA,
                attempt,
                planned.name(),
                planned.cell().id(),
                number,
                number,
                false,
                MadeRun.THEN.plusSeconds(attempt),
                ForkStatus.OK,
                Optional.empty(),
                Optional.of(new ProcessUsage(wall + 300_000_000L, cpu, Optional.of(rssBytes), Optional.empty())),
                Optional.of(new RegionUsage(300, wall, cpu, 0, 0, 100_000_000L, 7_432_560, detail)),
                Optional.of(noise()),
                Optional.of(new OutputCheck(
                        "d", 1, 1, Optional.of(OutputVerdict.IDENTICAL), Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private NoiseEvidence noise() {
        double queued = threads.stream()
                .mapToDouble(thread -> thread.runQueueNanos().orElse(0L) / NANOS)
                .sum();
        return new NoiseEvidence(
                foreignCores,
                Optional.of(0.0),
                Optional.of(Math.round(queued * NANOS)),
                Optional.of(Math.round(throttledSeconds * NANOS)),
                Optional.empty(),
                Optional.of(0L),
                Optional.of(0L),
                Optional.of(0L),
                Optional.of(storageBytes),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ioWait));
    }
}
