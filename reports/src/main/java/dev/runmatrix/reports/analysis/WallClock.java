// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.ThreadTimes;
import java.util.List;
import java.util.Optional;

/** Which of the two stored times a run is ranked by; CPU time and cores used follow it. */
public enum WallClock {
    /** The measured region inside the fork: the call of the aggregator, without the start of the JVM. */
    REGION,
    /** The whole process, from its start to its exit. */
    PROCESS;

    private static final double NANOS = 1e9;

    /** The region, unless some cell is a program from outside, which marks none, or some finished fork lacks it. */
    public static WallClock of(StoredRun stored) {
        boolean outside = stored.run().plan().cells().stream()
                .anyMatch(c -> stored.run().spec().commandOf(c.cell()).isPresent());
        boolean allMarked = stored.forks().stream()
                .filter(f -> !f.isWarmup() && f.status() == ForkStatus.OK)
                .allMatch(f -> f.region().isPresent());
        return allMarked && !outside ? REGION : PROCESS;
    }

    /** Elapsed seconds of a finished fork. */
    public Optional<Double> wallSeconds(ForkRecord fork) {
        return this == REGION
                ? fork.region().map(r -> r.wallNanos() / NANOS)
                : fork.process().map(p -> p.wallNanos() / NANOS);
    }

    /** User and system seconds of a finished fork. */
    public Optional<Double> cpuSeconds(ForkRecord fork) {
        return this == REGION
                ? fork.region().map(RegionUsage::cpuNanos).map(n -> n / NANOS)
                : fork.process().map(ProcessUsage::cpuNanos).map(n -> n / NANOS);
    }

    /** The threads of a fork over the same span; empty where they were not seen. */
    public List<ThreadTimes> threads(ForkRecord fork) {
        return this == REGION
                ? fork.region()
                        .flatMap(RegionUsage::detail)
                        .map(RegionDetail::threads)
                        .orElse(List.of())
                : fork.process().flatMap(ProcessUsage::threads).orElse(List.of());
    }
}
