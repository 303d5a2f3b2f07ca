// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Placeholders;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.trial.Invocation;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Fills in the commands of one fork: what it measures, what checks that, and the hooks around it. */
final class ForkCommands {

    private final Map<String, String> values;
    private final Map<String, String> variables;

    /**
     * The commands of one fork.
     *
     * @param input the dataset of the cell; absent where it has none
     * @param output what {@code {out}} stands for
     */
    ForkCommands(String runId, ScheduledFork fork, PlannedCell planned, Optional<RunInput> input, Path output) {
        Cell cell = planned.cell();
        values = new LinkedHashMap<>(cell.axes());
        values.put(Placeholders.OUT, output.toString());
        if (cell.get(Axis.DATASET.key()).isPresent()) {
            input.ifPresent(data -> {
                values.put(Placeholders.INPUT, data.inputs().get(0));
                values.put(Placeholders.PARAMS, data.params().toString());
            });
        }
        variables = new LinkedHashMap<>();
        variables.put("RM_RUN_ID", runId);
        variables.put("RM_CELL_ID", cell.id());
        variables.put(
                "RM_CELL",
                cell.axes().entrySet().stream()
                        .map(axis -> axis.getKey() + "=" + axis.getValue())
                        .collect(Collectors.joining(" ")));
        variables.put("RM_FORK", Integer.toString(fork.fork()));
        variables.put("RM_OUT", output.toString());
    }

    /** The program that the fork is. */
    Invocation measured(CommandTarget target) {
        return of(target.command(), target);
    }

    /** The program that checks the output of the fork; absent where rows are compared. */
    Optional<Invocation> verification(CommandTarget target) {
        return target.verify().map(command -> of(command, target));
    }

    /** A command around the fork. */
    Invocation hook(List<String> command) {
        return new Invocation(filled(command), variables, Optional.empty());
    }

    private Invocation of(List<String> command, CommandTarget target) {
        Map<String, String> environment = new LinkedHashMap<>(variables);
        target.environment().forEach((name, text) -> environment.put(name, filled(text)));
        return new Invocation(filled(command), environment, target.directory().map(this::filled));
    }

    private List<String> filled(List<String> command) {
        return command.stream().map(this::filled).toList();
    }

    private String filled(String text) {
        return Placeholders.fill(text, values);
    }
}
