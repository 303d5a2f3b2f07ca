// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import dev.runmatrix.harness.result.Pressure;
import java.util.Optional;

/**
 * What the machine did while this program only watched.
 *
 * @param wallNanos how long it was watched, 1 or more
 * @param foreignCores mean cores of other processes
 * @param busiestForeignCores the same of the second in which it was greatest
 * @param stealFraction share of the machine's capacity that the hypervisor took; absent where not readable
 * @param throttledNanos time the control group was throttled; absent where not readable
 * @param pressure for how long something waited; absent where the kernel does not tell
 * @param clockStepMillis how far the clock of the date ran away from that of durations; negative when it was put back
 */
public record MachineLoad(
        long wallNanos,
        double foreignCores,
        double busiestForeignCores,
        Optional<Double> stealFraction,
        Optional<Long> throttledNanos,
        Optional<Pressure> pressure,
        long clockStepMillis) {}
