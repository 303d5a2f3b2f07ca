// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

/**
 * What kind of JVM a fork was, as it said itself.
 *
 * @param version version of the JVM
 * @param collector names of its collectors, young before old, {@code Copy + MarkSweepCompact}
 * @param maxHeapBytes the most that its heap may grow to
 */
public record ForkJvm(String version, String collector, long maxHeapBytes) {}
