// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.result.BuildPair;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code run} is about to do: measure a new matrix, or go on with a stored run.
 *
 * @param spec what is asked for, or was when the run began
 * @param plan its cells
 * @param seed seed of the order of forks
 * @param folder where programs from outside run: that of the matrix file
 * @param task what this sitting is for
 * @param announcements what the user should know before it begins
 * @param builds the builds that its cells measure in turns; absent where all measure one program
 */
record Job(
        MatrixSpec spec,
        Plan plan,
        long seed,
        Path folder,
        SittingTask task,
        List<String> announcements,
        Optional<BuildPair> builds) {

    Job {
        announcements = List.copyOf(announcements);
    }
}
