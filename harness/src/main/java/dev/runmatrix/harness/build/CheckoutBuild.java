// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Placeholders;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commands of the matrix file, and those that verify their outputs, in a checkout of a revision of their repository. The
 * hooks of the matrix run where they always do.
 *
 * @param facts what a run stores about it
 * @param top the checkout that the user works in, whose place the other takes
 * @param checkout the checkout of the revision
 * @param inside the folder of the matrix file, relative to {@code top}
 */
record CheckoutBuild(BuildFacts facts, Path top, Path checkout, Path inside) implements Build {

    @Override
    public List<CommandTarget> targets(MatrixSpec spec, List<PlannedCell> cells) throws UnusableBuildException {
        List<CommandTarget> targets = new ArrayList<>();
        for (PlannedCell cell : cells) {
            CommandTarget target = spec.commandOf(cell.cell())
                    .orElseThrow(
                            () -> new UnusableBuildException(
                                    facts.given() + ": cell " + cell.name()
                                            + " measures the aggregator, others measure commands; choose those of one kind with --only"));
            requireMovable(target);
        }
        for (CommandTarget target : spec.commands()) {
            targets.add(new CommandTarget(
                    target.when(),
                    target.command(),
                    target.environment(),
                    Optional.of(directory(target)),
                    target.verify()));
        }
        return targets;
    }

    private String directory(CommandTarget target) {
        String folder =
                Placeholders.literal(checkout.resolve(inside).normalize().toString());
        return target.directory().map(below -> folder + "/" + below).orElse(folder);
    }

    /** What leads out of the checkout is the same program whatever the revision. */
    private void requireMovable(CommandTarget target) throws UnusableBuildException {
        Path directory = Path.of(target.directory().orElse(""));
        Path there = inside.resolve(directory).normalize();
        if (directory.isAbsolute() || there.startsWith("..")) {
            throw new UnusableBuildException(facts.given() + ": the directory " + directory
                    + " of a command is not in the repository of the matrix file, so a revision would change nothing;"
                    + " write a directory inside of it, or give commands");
        }
        boolean isKnown = Placeholders.names(there.toString()).isEmpty();
        if (isKnown && !Files.isDirectory(checkout.resolve(there))) {
            throw new UnusableBuildException(facts.given() + ": this revision has no folder '" + there
                    + "', where a command is to run; give a revision that has it, or a command");
        }
        Optional<String> fixed = Stream.concat(target.command().stream(), target.environment().values().stream())
                .filter(text -> text.contains(Placeholders.literal(top.toString())))
                .findFirst();
        if (fixed.isPresent()) {
            throw new UnusableBuildException(facts.given() + ": '" + fixed.get() + "' in a command names " + top
                    + ", which is the same whatever the revision; write a path relative to the command's directory");
        }
    }
}
