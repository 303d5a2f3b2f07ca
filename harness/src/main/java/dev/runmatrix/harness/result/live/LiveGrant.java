// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result.live;

import dev.runmatrix.harness.result.Pressure;
import java.util.Optional;

/**
 * What the process may use, and what was taken from it since the watch began.
 *
 * @param affinityCores processors that it may run on
 * @param quotaCores cores that the tightest quota of its control groups allows; absent where there is none
 * @param throttledNanos time that the most throttled of its groups was throttled, added over processors; absent where not
 *     readable
 * @param throttledPeriods accounting periods in which that group was throttled; absent where not readable
 * @param periods accounting periods of it; absent where not readable
 * @param memory the tightest memory limit of its groups; absent where there is none
 * @param addressSpaceLimitBytes the limit that {@code ulimit -v} sets; absent where there is none
 * @param addressSpaceBytes its largest address space at the last look; absent where not readable
 * @param pressure time in which something waited for a resource; absent where the kernel does not tell
 * @param ownPressure whether that is of its own control group, and not of the whole machine
 */
public record LiveGrant(
        int affinityCores,
        Optional<Double> quotaCores,
        Optional<Long> throttledNanos,
        Optional<Long> throttledPeriods,
        Optional<Long> periods,
        Optional<GroupMemory> memory,
        Optional<Long> addressSpaceLimitBytes,
        Optional<Long> addressSpaceBytes,
        Optional<Pressure> pressure,
        boolean ownPressure) {

    /** Cores that it may use: the least of affinity and quota. */
    public double cores() {
        return quotaCores.map(quota -> Math.min(quota, affinityCores)).orElse((double) affinityCores);
    }
}
