// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.Environment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to measure, and where it is kept.
 *
 * @param results folder of all runs
 * @param spec what was asked for
 * @param plan what that resolves to
 * @param seed seed of the order of forks
 * @param estimatedMillis expected duration, forks only
 * @param inputs every dataset that the plan names
 * @param environment machine and software
 * @param toolVersion version of the program
 * @param argv arguments of the command
 * @param builds the builds that the cells measure in turns; absent where all measure one program
 */
public record RunRequest(
        Path results,
        MatrixSpec spec,
        Plan plan,
        long seed,
        long estimatedMillis,
        List<RunInput> inputs,
        Environment environment,
        String toolVersion,
        List<String> argv,
        Optional<BuildPair> builds) {

    public RunRequest {
        inputs = List.copyOf(inputs);
        argv = List.copyOf(argv);
    }
}
