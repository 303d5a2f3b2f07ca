// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code run-matrix run}. */
@Command(name = "run", description = "Measures a matrix and writes its reports.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandFailure {
        throw new CommandFailure(ExitCode.USAGE, "run: not part of this build");
    }
}
