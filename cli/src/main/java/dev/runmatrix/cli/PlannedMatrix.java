// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Schedule;
import dev.runmatrix.harness.matrix.ScheduledFork;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a command was asked to measure.
 *
 * @param file the matrix as read, with profile and {@code --forks} applied
 * @param plan its cells, after {@code --only} and {@code --skip}
 * @param seed seed of the order of forks
 * @param seedWasDrawn whether neither file nor command line gave the seed
 */
record PlannedMatrix(MatrixFile file, Plan plan, long seed, boolean seedWasDrawn) {

    MatrixSpec spec() {
        return file.spec();
    }

    /** The folder of the matrix file, in which commands run. */
    Path folder() {
        return Optional.ofNullable(
                        Path.of(file.locations().file()).toAbsolutePath().getParent())
                .orElseThrow(() -> new IllegalStateException("a file is in a folder"));
    }

    /** All forks, in the order in which a run makes them. */
    List<ScheduledFork> schedule() {
        Protocol protocol = spec().protocol();
        return Schedule.rounds(plan, protocol, seed);
    }
}
