// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code run-matrix plan}. */
@Command(name = "plan", description = "Shows the cells of a matrix without measuring.", mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandFailure {
        throw new CommandFailure(ExitCode.USAGE, "plan: not part of this build");
    }
}
