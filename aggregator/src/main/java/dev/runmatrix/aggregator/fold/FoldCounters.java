// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

/**
 * What one thread met while folding.
 *
 * @param rows rows folded
 * @param badIntervals rows whose instant is null or unreadable
 * @param outOfRange rows outside of the date range
 * @param noNode rows without a node
 * @param badLabels rows whose label text is not one
 */
public record FoldCounters(long rows, long badIntervals, long outOfRange, long noNode, long badLabels) {

    public static final FoldCounters NONE = new FoldCounters(0, 0, 0, 0, 0);

    public FoldCounters plus(FoldCounters other) {
        return new FoldCounters(
                rows + other.rows,
                badIntervals + other.badIntervals,
                outOfRange + other.outOfRange,
                noNode + other.noNode,
                badLabels + other.badLabels);
    }
}
