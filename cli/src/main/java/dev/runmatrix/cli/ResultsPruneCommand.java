// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.MachineBusyException;
import dev.runmatrix.harness.MachineLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix results prune}. */
@Command(
        name = "prune",
        description = "Removes all stored runs but the newest; asks nothing.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Never removed are the run that 'latest' names, a run that is being measured, and",
            "runs that a file in baselines/ names.",
            "",
            "Examples:",
            "  ./run-matrix results prune --keep 20 --dry-run",
            "  ./run-matrix results prune --keep 20"
        })
final class ResultsPruneCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // Set by picocli.
    private CommandSpec spec;

    @Option(names = "--keep", paramLabel = "N", required = true, description = "How many of the newest runs stay.")
    private int keep;

    @Option(names = "--dry-run", description = "Shows what would be removed, and removes nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws CommandFailure {
        if (keep < 0) {
            throw new ParameterException(spec.commandLine(), "--keep: " + keep + " is not allowed; use 0 or more");
        }
        Home home = Home.current();
        try {
            Optional<MachineLock> lock = lock();
            try {
                prune(new Pruning(home, lock.isEmpty()));
            } finally {
                if (lock.isPresent()) {
                    lock.get().close();
                }
            }
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.results() + ": a run could not be removed: " + e.getMessage());
        }
        return ExitCode.OK.status();
    }

    private void prune(Pruning pruning) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        List<Pruning.Candidate> candidates = pruning.candidates(keep);
        int removed = 0;
        for (Pruning.Candidate candidate : candidates) {
            String id = candidate.directory().getFileName().toString();
            if (candidate.protection().isPresent()) {
                out.println(id + ": kept, " + candidate.protection().get());
                continue;
            }
            String size = Amounts.bytes(Pruning.bytes(candidate.directory()));
            if (!dryRun) {
                Pruning.remove(candidate.directory());
            }
            out.println(id + (dryRun ? ": would be removed, " : ": removed, ") + size);
            out.flush();
            removed++;
        }
        if (removed == 0) {
            out.println("Nothing to remove.");
        }
        out.flush();
    }

    /** Absent where somebody measures: then a run that has not ended may be the one that is being written. */
    private static Optional<MachineLock> lock() throws IOException {
        try {
            return Optional.of(MachineLock.acquire(MachineLock.sharedFolder()));
        } catch (MachineBusyException e) {
            return Optional.empty();
        }
    }
}
