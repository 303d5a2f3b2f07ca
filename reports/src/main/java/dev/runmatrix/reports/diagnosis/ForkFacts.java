// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.reports.analysis.CpuSplit;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;
import java.util.Optional;

/**
 * One finished fork as the rules see it.
 *
 * @param times its wall and CPU time
 * @param clock which span they are of
 */
record ForkFacts(ForkTimes times, WallClock clock) {

    private static final double NANOS = 1e9;

    ForkRecord attempt() {
        return times.attempt();
    }

    Optional<NoiseEvidence> noise() {
        return attempt().noise();
    }

    Optional<RegionDetail> detail() {
        return attempt().region().flatMap(RegionUsage::detail);
    }

    Optional<CpuSplit> split() {
        return CpuSplit.of(times, clock);
    }

    /** The program's own threads, each by itself; empty where they were not seen. */
    List<ThreadTimes> workers() {
        return clock.threads(attempt()).stream()
                .filter(thread -> thread.role() == ThreadRole.WORK && thread.count() == 1)
                .toList();
    }

    /** Time in garbage collections ÷ wall of the region; absent where there is no region. */
    Optional<Double> pauseShare() {
        return attempt().region().map(region -> region.gcMillis() / 1e3 / (region.wallNanos() / NANOS));
    }

    /** CPU time of the collector ÷ CPU time; absent where threads were not seen. */
    Optional<Double> garbageShare() {
        return split().map(split -> share(split.garbageSeconds()));
    }

    /** CPU time of the compilers ÷ CPU time; absent where threads were not seen. */
    Optional<Double> compilerShare() {
        return split().map(split -> share(split.compilerSeconds()));
    }

    /** Wall of the whole process, seconds; what the counters of the machine are of. */
    double processSeconds() {
        return attempt().process().map(process -> process.wallNanos() / NANOS).orElse(times.wallSeconds());
    }

    private double share(double seconds) {
        return times.cpuSeconds() > 0 ? seconds / times.cpuSeconds() : 0;
    }
}
