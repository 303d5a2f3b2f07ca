// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code run-matrix dataset}. */
@Command(name = "dataset", description = "Lists, makes, checks and removes datasets.", mixinStandardHelpOptions = true)
final class DatasetCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandFailure {
        throw new CommandFailure(ExitCode.USAGE, "dataset: not part of this build");
    }
}
