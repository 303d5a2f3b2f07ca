// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/**
 * What was met while reading. Every count is the same for any mode, number of workers and chunk size.
 *
 * @param rowsRead pod rows read
 * @param badIntervals pod rows dropped because {@code interval_start} is null or unreadable
 * @param outOfRange pod rows dropped because their day is outside the date range
 * @param noNode pod rows without a node, which count for capacity only
 * @param badLabels label texts of any table that are neither empty, an object nor {@code key:value} text; rows, not
 *     distinct texts
 * @param nonFiniteNumbers NaN and infinite values of pod rows, read as null
 * @param summaryRows rows written
 */
public record AggregationCounters(
        long rowsRead,
        long badIntervals,
        long outOfRange,
        long noNode,
        long badLabels,
        long nonFiniteNumbers,
        long summaryRows) {}
