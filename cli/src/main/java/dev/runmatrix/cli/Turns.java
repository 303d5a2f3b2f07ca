// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.build.Build;
import dev.runmatrix.harness.build.UnusableBuildException;
import dev.runmatrix.harness.matrix.BuildMatrix;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.MeasuredBuilds;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Two builds that are to take turns in the cells of a matrix.
 *
 * @param matrix the matrix of both
 * @param builds the builds
 */
record Turns(PlannedMatrix matrix, BuildPair builds) {

    /** Forks of each build where nobody says how many: enough to find 10 % in the noise of a usual machine. */
    static final int FORKS = 10;

    /**
     * Plans them.
     *
     * @param of the matrix whose cells they take turns in, with the number of forks and the protocol of the file
     * @param limits how large it may be
     * @param filters which of its cells
     * @param chosen which of those
     * @param forks counted forks of each build
     */
    static Turns of(
            PlannedMatrix of,
            Limits limits,
            Filters filters,
            Predicate<PlannedCell> chosen,
            Build base,
            Build head,
            int forks)
            throws CommandFailure {
        try {
            MatrixFile file = of.file().with(of.spec().protocol().forTurns(forks));
            List<PlannedCell> cells = of.plan().cells().stream().filter(chosen).toList();
            BuildPair pair = new BuildPair(base.facts(), head.facts());
            MeasuredBuilds measured = new MeasuredBuilds(
                    base.targets(file.spec(), cells), head.targets(file.spec(), cells), !areCommands(pair));
            BuildMatrix both = BuildMatrix.of(file, limits, filters, chosen, measured);
            return new Turns(new PlannedMatrix(both.file(), both.plan(), of.seed(), of.seedWasDrawn()), pair);
        } catch (ConfigException | UnusableBuildException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static boolean areCommands(BuildPair pair) {
        return pair.base().kind() == BuildFacts.Kind.COMMAND && pair.head().kind() == BuildFacts.Kind.COMMAND;
    }

    /**
     * The measuring of them.
     *
     * @param folder where programs from outside run
     */
    Job job(Path folder) {
        MatrixSpec spec = matrix.spec();
        return new Job(
                spec,
                matrix.plan(),
                matrix.seed(),
                folder,
                SittingTask.begin(spec.protocol().budget(), false),
                matrix.file().notices(),
                Optional.of(builds));
    }
}
