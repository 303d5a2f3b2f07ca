// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.fork.ForkReport;
import dev.runmatrix.harness.resource.Observation;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of a fork.
 *
 * @param startedAt when its process started, or when starting it was tried
 * @param stopped whether the harness itself was told to stop meanwhile: then this is no outcome of the cell
 * @param failure absent where it ran to its end
 * @param process what the process used; absent where it never was seen
 * @param region what its measured region used; absent where the region did not end
 * @param observation all that was seen from outside; absent where it was too short-lived to be seen
 * @param report what the fork said of itself; absent for other programs and where the region did not end
 * @param said what it wrote to its standard streams, the middle of a long text left out; empty where nothing
 * @param strays processes that it left behind and that the harness ended
 */
public record TrialOutcome(
        Instant startedAt,
        boolean stopped,
        Optional<Failure> failure,
        Optional<ProcessUsage> process,
        Optional<RegionUsage> region,
        Optional<Observation> observation,
        Optional<ForkReport> report,
        String said,
        int strays) {

    /** A fork that was not started, as a hook before it failed. */
    public static TrialOutcome unprepared(Failure failure, boolean stopped) {
        return new TrialOutcome(
                Instant.now(),
                stopped,
                Optional.of(failure),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                0);
    }
}
