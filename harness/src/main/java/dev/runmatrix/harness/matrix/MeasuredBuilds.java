// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two builds that take turns in the cells of a matrix, each as the programs by which cells measure it; of those that cover a
 * cell the first one counts.
 *
 * @param base the build that is compared with
 * @param head the build that is judged
 * @param keepTheAxes whether axes have the effect on them that they have on what the matrix measures, as they are builds of
 *     it; if not, both have programs for the same cells, and an axis has an effect where either names it
 */
public record MeasuredBuilds(List<CommandTarget> base, List<CommandTarget> head, boolean keepTheAxes) {

    public MeasuredBuilds {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** The programs with which a matrix has the settings of both: its own, or such that name every axis that these name. */
    List<CommandTarget> commandsOfSettings(MatrixSpec spec) {
        if (keepTheAxes) {
            return spec.commands();
        }
        List<CommandTarget> together = new ArrayList<>();
        for (CommandTarget one : base) {
            List<CommandTarget> both = Stream.concat(
                            Stream.of(one),
                            head.stream().filter(other -> other.when().equals(one.when())))
                    .toList();
            together.add(new CommandTarget(one.when(), texts(both), Map.of(), Optional.empty(), Optional.empty()));
        }
        return together;
    }

    private static List<String> texts(List<CommandTarget> commands) {
        List<String> texts = new ArrayList<>();
        for (CommandTarget command : commands) {
            texts.addAll(command.command());
            texts.addAll(command.environment().values());
            command.directory().ifPresent(texts::add);
            command.verify().ifPresent(texts::addAll);
        }
        return texts;
    }

    /** The programs of the matrix that measures both. */
    List<CommandTarget> commands() {
        return Stream.concat(
                        base.stream().map(command -> covering(command, BuildAxis.BASE)),
                        head.stream().map(command -> covering(command, BuildAxis.HEAD)))
                .toList();
    }

    private static CommandTarget covering(CommandTarget build, String value) {
        Map<String, String> when = new LinkedHashMap<>(build.when());
        when.put(BuildAxis.KEY, value);
        return new CommandTarget(
                when, build.command(), build.environment(), build.directory(), build.verify(), build.build());
    }
}
