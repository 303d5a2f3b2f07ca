// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/**
 * One phase of an aggregation; phases follow each other without overlap.
 *
 * @param name what was done
 * @param wallNanos elapsed time
 */
public record PhaseTime(String name, long wallNanos) {}
