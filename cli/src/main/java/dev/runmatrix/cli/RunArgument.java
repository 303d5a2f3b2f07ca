// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The stored run that a command is about. */
final class RunArgument {

    @Parameters(
            index = "0",
            paramLabel = "RUN",
            arity = "0..1",
            defaultValue = RunFinder.LATEST,
            description = "Folder of a run, its id, a unique beginning of the id, or 'latest' (the default).")
    private String run = RunFinder.LATEST;

    /** Its folder. */
    Path directory() throws CommandFailure {
        return new RunFinder(Home.current().results()).find(run);
    }
}
