// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code run-matrix aggregate}. */
@Command(
        name = "aggregate",
        description = "Aggregates hourly pod usage into a daily summary.",
        mixinStandardHelpOptions = true)
final class AggregateCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandFailure {
        throw new CommandFailure(ExitCode.USAGE, "aggregate: not part of this build");
    }
}
