// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.List;
import java.util.Optional;

/**
 * One attempt of a search for a memory floor: a line of {@code attempts.jsonl}.
 *
 * @param schema {@value #SCHEMA}
 * @param purpose what it was for
 * @param heapMebibytes greatest heap that it was given; absent where the flags were as shipped
 * @param limitMebibytes limit of the whole process; absent where there was none
 * @param jvmArgs arguments of its JVM; empty for another program
 * @param outcome how it ended, judged by what it was for
 * @param fork everything that was seen of it
 */
public record FloorAttempt(
        String schema,
        FloorPurpose purpose,
        Optional<Long> heapMebibytes,
        Optional<Long> limitMebibytes,
        List<String> jvmArgs,
        FloorOutcome outcome,
        ForkRecord fork) {

    public static final String SCHEMA = "run-matrix/floor-attempt/v1";

    public FloorAttempt {
        jvmArgs = List.copyOf(jvmArgs);
    }

    /** Whether it ended well. */
    public boolean hasCompleted() {
        return outcome == FloorOutcome.COMPLETED;
    }

    /** Wall time of the measured region, or of the process where there is none; absent where none was seen. */
    public Optional<Long> wallNanos() {
        return fork.region().map(RegionUsage::wallNanos).or(() -> fork.process().map(ProcessUsage::wallNanos));
    }

    /** Processor time of the measured region, or of the process where there is none; absent where none was seen. */
    public Optional<Long> cpuNanos() {
        return fork.region().map(RegionUsage::cpuNanos).or(() -> fork.process().map(ProcessUsage::cpuNanos));
    }

    /** Greatest resident set of its process; absent where none was seen. */
    public Optional<Long> peakRssBytes() {
        return fork.process().flatMap(ProcessUsage::peakRssBytes);
    }
}
