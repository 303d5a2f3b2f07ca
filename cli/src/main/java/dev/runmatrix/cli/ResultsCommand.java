// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix results}. */
@Command(
        name = "results",
        description = "Lists, shows and removes stored runs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | show | prune)",
        subcommands = {ResultsListCommand.class, ResultsShowCommand.class, ResultsPruneCommand.class},
        footer = {
            "",
            "Runs live in results/ID/; the names begin with the time of the run.",
            "",
            "Exit status: 0 done, 2 wrong arguments or no such run, 65 the stored run is",
            "damaged, 74 a file cannot be read or removed.",
            "",
            "Examples:",
            "  ./run-matrix results list",
            "  ./run-matrix results show latest",
            "  ./run-matrix results prune --keep 20 --dry-run"
        })
final class ResultsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "results: say what to do: list, show RUN or prune --keep N");
    }
}
