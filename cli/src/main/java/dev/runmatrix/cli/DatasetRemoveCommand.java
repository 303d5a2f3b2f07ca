// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.datasets.DatasetException;
import dev.runmatrix.datasets.DatasetStore;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix dataset rm}. */
@Command(
        name = "rm",
        description = "Removes datasets from this machine.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./run-matrix dataset rm tiny+layout-koku"})
final class DatasetRemoveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names of datasets on this machine.")
    private List<String> names = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        DatasetStore store = new DatasetStore(Home.current().datasets());
        for (String name : names) {
            try {
                store.remove(name);
            } catch (DatasetException e) {
                throw DatasetCommand.failure(e, name);
            }
            spec.commandLine().getOut().println(name + ": removed");
            spec.commandLine().getOut().flush();
        }
        return ExitCode.OK.status();
    }
}
