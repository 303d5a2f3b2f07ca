// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.storage.Transfers;
import java.util.List;
import java.util.Optional;

/**
 * What one aggregation did; the rows themselves are in the output file.
 *
 * @param counters what was met while reading
 * @param phases where the time went, in order
 * @param files Parquet files read
 * @param workers threads that read and folded
 * @param bytesRead compressed bytes of the pages that were read, footers not included
 * @param choice the settings that were chosen; absent unless the mode was {@link Mode#AUTO}
 * @param spilled what went to temporary files
 * @param notes why days stayed open or groups went to files, in words; empty where all went as planned
 * @param work how the threads shared the work
 * @param transfers what was asked of S3; absent if nothing was
 */
public record AggregationResult(
        AggregationCounters counters,
        List<PhaseTime> phases,
        int files,
        int workers,
        long bytesRead,
        Optional<Choice> choice,
        SpillCounters spilled,
        List<String> notes,
        WorkAccount work,
        Optional<Transfers> transfers) {

    public AggregationResult {
        phases = List.copyOf(phases);
        notes = List.copyOf(notes);
    }
}
