// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a harness comes for.
 *
 * @param kind to begin a run, to go on with one, or to add forks to one
 * @param earlier the run so far; absent where it is a new one
 * @param added counted forks to add to each cell; empty unless it adds forks
 * @param cells names of the cells to add to; empty: all
 * @param budget the most time that it may take; absent: no limit
 * @param failFast whether to end at the first fork that fails or whose output is wrong
 */
public record SittingTask(
        Sitting.Kind kind,
        Optional<StoredRun> earlier,
        OptionalInt added,
        List<String> cells,
        Optional<Duration> budget,
        boolean failFast) {

    public SittingTask {
        cells = List.copyOf(cells);
    }

    /** To begin a run. */
    public static SittingTask begin(Optional<Duration> budget, boolean failFast) {
        return new SittingTask(Sitting.Kind.NEW, Optional.empty(), OptionalInt.empty(), List.of(), budget, failFast);
    }

    /** To make the forks of a run that were planned and not made. */
    public static SittingTask resume(StoredRun run, Optional<Duration> budget, boolean failFast) {
        return new SittingTask(Sitting.Kind.RESUME, Optional.of(run), OptionalInt.empty(), List.of(), budget, failFast);
    }

    /** To add so many counted forks to each of these cells; to all where none is named. */
    public static SittingTask append(
            StoredRun run, int forks, List<String> cells, Optional<Duration> budget, boolean failFast) {
        return new SittingTask(Sitting.Kind.APPEND, Optional.of(run), OptionalInt.of(forks), cells, budget, failFast);
    }
}
