// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.CellEnd.Reason;
import dev.runmatrix.harness.result.HomePath;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The arguments that make {@code run} go on with a stored run. */
final class ContinueOptions {

    /** A run that is taken up again has its matrix. */
    private static final List<String> NOT_WITH_A_STORED_RUN =
            List.of("--profile", "--seed", "--max-cells", "--max-forks", "--timeout", "--dry-run");

    private static final List<String> NOT_WITH_RESUME = List.of("--append", "--forks", "--only", "--skip");

    private static final Set<Reason> NOT_MADE = EnumSet.of(Reason.BUDGET, Reason.FAIL_FAST, Reason.INTERRUPTED);

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--resume",
            paramLabel = "RUN",
            description = "Makes the forks of a stored run, or of the 'latest', that were planned and not made.")
    private @Nullable String resume;

    @Option(
            names = "--append",
            paramLabel = "RUN",
            description = "Adds --forks counted forks to each cell of a stored run, or to those of --only and --skip.")
    private @Nullable String append;

    /** Whether a stored run is to be gone on with; complains about arguments that contradict that. */
    boolean isRequested() {
        if (command == null || (resume == null && append == null)) {
            return false;
        }
        List<String> forbidden = resume == null
                ? NOT_WITH_A_STORED_RUN
                : Stream.concat(NOT_WITH_A_STORED_RUN.stream(), NOT_WITH_RESUME.stream())
                        .toList();
        ParseResult given = command.commandLine().getParseResult();
        List<String> contradicting =
                forbidden.stream().filter(given::hasMatchedOption).toList();
        if (!contradicting.isEmpty()) {
            String what = resume == null
                    ? "--append adds to a run what its own matrix says"
                    : "--resume goes on with a run as it was planned";
            throw new ParameterException(
                    command.commandLine(), what + "; leave " + String.join(" and ", contradicting) + " away");
        }
        return true;
    }

    /** The folder of the run. */
    Path directory(Home home) throws CommandFailure {
        String name = resume != null ? resume : Optional.ofNullable(append).orElseThrow();
        return new RunFinder(home.results()).find(name);
    }

    /** What is to be done, once no other harness can be working on the run. */
    Job job(Home home, Path directory, MatrixOptions options, boolean failFast) throws CommandFailure {
        StoredRun stored = read(directory);
        requireNothingLeft(stored.run());
        Optional<Duration> budget =
                options.budget().or(() -> stored.run().spec().protocol().budget());
        SittingTask task = resume != null
                ? SittingTask.resume(stored, budget, failFast)
                : SittingTask.append(
                        stored,
                        options.forks().orElse(stored.run().spec().protocol().forks()),
                        cells(stored, options),
                        budget,
                        failFast);
        List<String> said = new ArrayList<>();
        said.add((resume != null ? "Going on with run " : "Adding to run ")
                + stored.run().id() + ", which has " + stored.forks().size() + " attempts.");
        if (stored.torn()) {
            said.add("The last line of its forks.jsonl was written half, and is cut off.");
        }
        return new Job(
                stored.run().spec().withProgramTexts(HomePath::restored),
                stored.run().plan(),
                stored.run().seed(),
                options.folder(home),
                task,
                said,
                stored.run().builds());
    }

    /** Forks that a sitting was to add, and did not come to, would be forgotten by the next one. */
    private void requireNothingLeft(RunRecord run) throws CommandFailure {
        boolean left = run.state() != RunState.COMPLETE
                || run.ends().stream().map(CellEnd::reason).anyMatch(NOT_MADE::contains);
        if (append != null && left) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "run " + run.id() + " has forks that were planned and not made; make them first, with"
                            + " ./run-matrix --resume " + run.id());
        }
    }

    private static List<String> cells(StoredRun stored, MatrixOptions options) throws CommandFailure {
        try {
            List<PlannedCell> kept = options.filters().among(stored.run().plan());
            return kept.size() == stored.run().plan().cells().size()
                    ? List.of()
                    : kept.stream().map(PlannedCell::name).toList();
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private static StoredRun read(Path directory) throws CommandFailure {
        try {
            return RunStore.read(directory);
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }
}
