// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run-matrix baseline rm}. */
@Command(
        name = "rm",
        description = "Removes a baseline; asks nothing.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  ./run-matrix baseline rm release-1.3"})
final class BaselineRemoveCommand implements Callable<Integer> {

    @Mixin
    private BaselineArgument baseline = new BaselineArgument();

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Override
    public Integer call() throws CommandFailure {
        BaselineName name = baseline.name();
        BaselineStore store = new BaselineStore(Home.current().baselines());
        Path file = KnownBaseline.file(store, name);
        try {
            store.remove(name);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, file + ": cannot be removed: " + e.getMessage());
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(file + ": removed");
        out.flush();
        return ExitCode.OK.status();
    }
}
