// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.math.BigDecimal;

/**
 * Capacity of the cluster: each node once an hour, rows without a node as one more node, added over all days.
 *
 * @param cpuCoreSeconds sum of the cluster-days, in core-seconds
 * @param memoryByteSeconds sum of the cluster-days, in byte-seconds
 */
public record CapacitySums(BigDecimal cpuCoreSeconds, BigDecimal memoryByteSeconds) {}
