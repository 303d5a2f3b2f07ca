// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.ThreadTimes;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that was seen of a process from outside.
 *
 * @param samples in time order
 * @param wallNanos start to exit
 * @param cpuNanos user and system time: the kernel's account of the ended child, or the last sample where that is more
 * @param harnessNanos processor time of the harness itself in that time
 * @param noise what the rest of the machine did in that time
 * @param threads where the processor time went, the largest; absent where not readable
 */
public record Observation(
        List<ResourceSample> samples,
        long wallNanos,
        long cpuNanos,
        long harnessNanos,
        NoiseEvidence noise,
        Optional<List<ThreadTimes>> threads) {

    public Observation {
        samples = List.copyOf(samples);
        threads = threads.map(List::copyOf);
    }

    /** The greatest resident set that a sample met; a short peak between two samples is missed. */
    public OptionalLong greatestRssBytes() {
        return samples.stream().mapToLong(ResourceSample::rssBytes).max();
    }
}
