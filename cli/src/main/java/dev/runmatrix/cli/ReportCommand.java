// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code run-matrix report}. */
@Command(name = "report", description = "Renders the reports of a stored run.", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

    @Override
    public Integer call() throws CommandFailure {
        throw new CommandFailure(ExitCode.USAGE, "report: not part of this build");
    }
}
