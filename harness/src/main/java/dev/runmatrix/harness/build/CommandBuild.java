// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that all cells measure. Where a cell measures a command of the matrix file, it takes the place of that one: with
 * its variables, in its directory, its output verified by the same program.
 *
 * @param facts what a run stores about it
 * @param command the program and its arguments
 */
record CommandBuild(BuildFacts facts, List<String> command) implements Build {

    CommandBuild {
        command = List.copyOf(command);
    }

    @Override
    public List<CommandTarget> targets(MatrixSpec spec, List<PlannedCell> cells) {
        List<CommandTarget> targets = new ArrayList<>();
        spec.commands().stream()
                .map(target -> new CommandTarget(
                        target.when(), command, target.environment(), target.directory(), target.verify()))
                .forEach(targets::add);
        if (targets.stream().noneMatch(target -> target.when().isEmpty())) {
            targets.add(new CommandTarget(Map.of(), command, Map.of(), Optional.empty(), Optional.empty()));
        }
        return targets;
    }
}
