// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.Optional;

/**
 * What the rest of the machine did while a fork ran.
 *
 * @param foreignCores mean number of cores used by processes other than the fork and the harness, 0 or more
 * @param stealFraction share of the machine's capacity that the hypervisor took, 0 to 1; absent where not readable
 * @param runQueueNanos time the fork's threads were runnable but not running, a lower bound; absent where not readable
 * @param throttledNanos time the control group was throttled; absent where not readable
 * @param pressure time in which something on the machine waited; absent where the kernel does not tell
 * @param majorFaults page faults of the fork that storage had to serve; absent where not readable
 * @param minorFaults its other page faults; absent where not readable
 * @param involuntarySwitches times that its threads were made to give up a processor, a lower bound; absent where not
 *     readable
 * @param storageReadBytes bytes that storage, not the page cache, delivered to it; absent where not readable
 * @param governor frequency governor of the first processor at its start; absent where not readable
 * @param throttledPeriods accounting periods in which the control group was throttled; absent where not readable
 * @param ioWaitFraction share of the machine's capacity that was idle while something waited for storage, 0 to 1; absent
 *     where not readable
 */
public record NoiseEvidence(
        double foreignCores,
        Optional<Double> stealFraction,
        Optional<Long> runQueueNanos,
        Optional<Long> throttledNanos,
        Optional<Pressure> pressure,
        Optional<Long> majorFaults,
        Optional<Long> minorFaults,
        Optional<Long> involuntarySwitches,
        Optional<Long> storageReadBytes,
        Optional<String> governor,
        Optional<Long> throttledPeriods,
        Optional<Double> ioWaitFraction) {}
