// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/**
 * What went to temporary files because it did not fit into memory; all 0 where everything did.
 *
 * @param runs sorted runs written, those merged from others, too
 * @param bytes bytes written
 */
public record SpillCounters(long runs, long bytes) {}
