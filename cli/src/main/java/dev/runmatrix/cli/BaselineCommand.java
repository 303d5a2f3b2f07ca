// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix baseline}. */
@Command(
        name = "baseline",
        description = "Keeps runs under a name, to compare others with.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(save | list | show | rm)",
        subcommands = {
            BaselineSaveCommand.class,
            BaselineListCommand.class,
            BaselineShowCommand.class,
            BaselineRemoveCommand.class
        },
        footer = {
            "",
            "Baselines live in baselines/NAME.json: every fork of the run in one file, which",
            "can be committed and stays when the run is removed.",
            "",
            "Exit status: 0 done, 2 wrong arguments or no such baseline, 65 a file is",
            "damaged, 74 a file cannot be read or written.",
            "",
            "Examples:",
            "  ./run-matrix baseline save release-1.4",
            "  ./run-matrix baseline list",
            "  ./run-matrix compare release-1.4 latest"
        })
final class BaselineCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "baseline: say what to do: save NAME, list, show NAME or rm NAME");
    }
}
