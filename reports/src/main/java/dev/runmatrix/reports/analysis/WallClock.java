// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import java.util.List;
import java.util.Optional;

/** Which of the two stored times a run is ranked by; CPU time and cores used follow it. */
public enum WallClock {
    /** The measured region inside the fork: the call of the aggregator, without the start of the JVM. */
    REGION,
    /** The whole process, from its start to its exit. */
    PROCESS;

    private static final double NANOS = 1e9;

    /** The region, unless some finished fork has none, as a command from outside has none. */
    static WallClock of(List<ForkRecord> finished) {
        boolean allMarked = finished.stream().allMatch(f -> f.region().isPresent());
        return allMarked ? REGION : PROCESS;
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
}
