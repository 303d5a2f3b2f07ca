// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import java.util.List;

/** A build of the measured program that is ready to be measured. */
public interface Build {

    /** What a run stores about it. */
    BuildFacts facts();

    /**
     * The programs by which cells measure this build; each cell measures the first one that covers it.
     *
     * @param spec the matrix, as its file has it
     * @param cells some cells of it, as their matrix has them: without the axis of builds
     * @throws UnusableBuildException if some cell does not measure what this is a build of
     */
    List<CommandTarget> targets(MatrixSpec spec, List<PlannedCell> cells) throws UnusableBuildException;
}
