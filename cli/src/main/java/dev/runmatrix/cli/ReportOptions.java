// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the reports of a command go, and what they are rendered with. */
final class ReportOptions {

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the reports go. Default: the run's folder below results/.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Folder whose files replace report templates of the same name.")
    private Optional<Path> templates = Optional.empty();

    /** To be called before any work is done for the reports. */
    void check() throws CommandFailure {
        if (templates.filter(folder -> !Files.isDirectory(folder)).isPresent()) {
            throw new CommandFailure(ExitCode.USAGE, "--templates " + templates.get() + ": no such folder");
        }
    }

    /** Where the reports of the run in this folder go. */
    Path folder(Path run) {
        return out.orElse(run);
    }

    /** Folder of the user's own templates, absent where there is none. */
    Optional<Path> templates() {
        return templates;
    }
}
