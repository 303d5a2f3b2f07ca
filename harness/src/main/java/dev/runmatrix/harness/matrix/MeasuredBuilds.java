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
 *     it; if not, an axis has one where either of them names it
 */
public record MeasuredBuilds(List<CommandTarget> base, List<CommandTarget> head, boolean keepTheAxes) {

    public MeasuredBuilds {
        base = List.copyOf(base);
        head = List.copyOf(head);
    }

    /** These with what a matrix says of the program that it names for all of its cells: variables, folder, verification. */
    MeasuredBuilds completedBy(MatrixSpec spec) {
        Optional<CommandTarget> own = spec.commands().stream()
                .filter(command -> command.when().isEmpty())
                .findFirst();
        return own.map(command -> new MeasuredBuilds(completed(base, command), completed(head, command), keepTheAxes))
                .orElse(this);
    }

    private static List<CommandTarget> completed(List<CommandTarget> build, CommandTarget own) {
        return build.stream().map(command -> completed(command, own)).toList();
    }

    private static CommandTarget completed(CommandTarget build, CommandTarget own) {
        Map<String, String> environment = new LinkedHashMap<>(own.environment());
        environment.putAll(build.environment());
        return new CommandTarget(
                build.when(),
                build.command(),
                environment,
                build.directory().or(own::directory),
                build.verify().or(own::verify),
                build.build());
    }

    /** The programs with which a matrix has the settings of both: its own, or one that names every axis that these name. */
    List<CommandTarget> commandsOfSettings(MatrixSpec spec) {
        return keepTheAxes ? spec.commands() : List.of(together());
    }

    private CommandTarget together() {
        List<String> texts = new ArrayList<>();
        for (CommandTarget command : Stream.concat(base.stream(), head.stream()).toList()) {
            texts.addAll(command.command());
            texts.addAll(command.environment().values());
            command.directory().ifPresent(texts::add);
            command.verify().ifPresent(texts::addAll);
        }
        return new CommandTarget(Map.of(), texts, Map.of(), Optional.empty(), Optional.empty());
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
