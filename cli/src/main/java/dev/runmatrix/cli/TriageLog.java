// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.live.LiveWatch;
import dev.runmatrix.harness.live.LogTail;
import dev.runmatrix.harness.live.ProgressPattern;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where a process says how far it is. */
final class TriageLog {

    @Option(names = "--log", paramLabel = "FILE", description = "A log that the process writes: says how far it is.")
    private Optional<Path> log = Optional.empty();

    @Option(
            names = "--progress",
            paramLabel = "REGEX",
            description = "What to look for in the lines of the log: a regular expression whose first group, or the one"
                    + " named done, is the number done, and the one named total that of all (default: a number before"
                    + " the word rows). Without --log: in the file that the process writes its output to.")
    private Optional<String> progress = Optional.empty();

    @Option(names = "--rows-total", paramLabel = "N", description = "How many there are in all.")
    private Optional<Long> rowsTotal = Optional.empty();

    /** The log to read while watching; empty where none was asked for. */
    Optional<LogTail> of(LiveWatch watch) throws CommandFailure {
        if (rowsTotal.filter(rows -> rows < 1).isPresent()) {
            throw usage("--rows-total: " + rowsTotal.get() + " is not allowed, use 1 or more");
        }
        if (log.isEmpty() && progress.isEmpty() && rowsTotal.isEmpty()) {
            return Optional.empty();
        }
        Path file = log.or(watch::outputFile)
                .orElseThrow(() -> usage("the process writes its output to no file; name its log with --log"));
        if (!Files.exists(file)) {
            throw usage("--log " + file + ": no such file");
        }
        // A pipe would take from the process's reader, or keep us waiting for a writer.
        if (!Files.isRegularFile(file)) {
            throw usage("--log " + file + ": is no regular file, so there is nothing to read again");
        }
        if (!Files.isReadable(file)) {
            throw usage("--log " + file + ": cannot be read");
        }
        return Optional.of(new LogTail(file, file.getFileName().toString(), pattern(), rowsTotal));
    }

    private ProgressPattern pattern() throws CommandFailure {
        try {
            return ProgressPattern.of(progress.orElse(ProgressPattern.USUAL));
        } catch (IllegalArgumentException e) {
            throw usage("--progress: " + e.getMessage());
        }
    }

    private static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }
}
