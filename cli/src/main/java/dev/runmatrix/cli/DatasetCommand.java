// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetException;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset}. */
@Command(
        name = "dataset",
        description = "Lists, makes, imports, checks and removes datasets.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "(list | generate | import | verify | rm)",
        subcommands = {
            DatasetListCommand.class,
            DatasetGenerateCommand.class,
            DatasetImportCommand.class,
            DatasetVerifyCommand.class,
            DatasetRemoveCommand.class
        },
        footer = {
            "",
            "Datasets live in datasets/data/NAME/. Those of the catalogue are made, byte for",
            "byte, from their parameters and a seed; others are imported from files.",
            "",
            "Exit status: 0 done, 2 wrong arguments or no such dataset, 65 a damaged dataset",
            "or nothing to import, 74 a file cannot be read or written, 75 in use.",
            "",
            "Examples:",
            "  ./run-matrix dataset list",
            "  ./run-matrix dataset generate production-small",
            "  ./run-matrix dataset generate tiny --set values=decimal --set absent=0.05",
            "  ./run-matrix dataset import nise-output --name october",
            "  ./run-matrix dataset verify production-small"
        })
final class DatasetCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "dataset: say what to do: list, generate NAME, import DIR, verify NAME or rm NAME");
    }

    /** The same for a dataset that should be here: a name that exists nowhere deserves another answer. */
    static CommandFailure failure(DatasetException e, String name) {
        if (e.kind() == DatasetException.Kind.MISSING) {
            try {
                DatasetCatalog.builtIn().find(name);
            } catch (DatasetException unknown) {
                return failure(unknown);
            }
        }
        return failure(e);
    }

    /** The way a command ends on trouble with a dataset. */
    static CommandFailure failure(DatasetException e) {
        ExitCode code = switch (e.kind()) {
            case UNKNOWN, INVALID, MISSING -> ExitCode.USAGE;
            case DAMAGED, UNUSABLE -> ExitCode.DATA;
            case IO -> ExitCode.IO;
            case LOCKED -> ExitCode.LOCKED;
        };
        return new CommandFailure(code, Objects.requireNonNull(e.getMessage()));
    }
}
