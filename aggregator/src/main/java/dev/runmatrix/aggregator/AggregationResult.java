// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.List;

/**
 * What one aggregation did; the rows themselves are in the output file.
 *
 * @param counters what was met while reading
 * @param phases where the time went, in order
 * @param files Parquet files read
 * @param workers threads that read and folded
 * @param spilled what went to temporary files
 * @param notes why days stayed open or groups went to files, in words; empty where all went as planned
 */
public record AggregationResult(
        AggregationCounters counters,
        List<PhaseTime> phases,
        int files,
        int workers,
        SpillCounters spilled,
        List<String> notes) {

    public AggregationResult {
        phases = List.copyOf(phases);
        notes = List.copyOf(notes);
    }
}
