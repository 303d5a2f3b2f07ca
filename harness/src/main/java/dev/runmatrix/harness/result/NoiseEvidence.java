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
 */
public record NoiseEvidence(
        double foreignCores,
        Optional<Double> stealFraction,
        Optional<Long> runQueueNanos,
        Optional<Long> throttledNanos) {}
