// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.MachineBusyException;
import dev.runmatrix.harness.MachineLock;
import dev.runmatrix.harness.MatrixRun;
import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.RunRequest;
import dev.runmatrix.harness.fork.AggregationBenchmark;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.PlanEstimate;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Quantity;
import dev.runmatrix.harness.resource.EnvironmentProbe;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.trial.CellTrialRunner;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.render.UnusableTemplateException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix run}. */
@Command(
        name = "run",
        description = "Measures a matrix and writes its reports.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Exit status: 0 measured and verified, 2 wrong arguments or matrix, 3 a cell",
            "failed, 4 wrong output, 65 unusable data, 74 files cannot be written,",
            "75 another run is measuring, 130 or 143 interrupted; what was measured until",
            "then is kept.",
            "",
            "Examples:",
            "  ./run-matrix",
            "  ./run-matrix --profile smoke",
            "  ./run-matrix --only mode=streaming --forks 3 --out /tmp/reports"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "Longest life of a fork, as " + Quantity.DURATIONS + ", instead of the file's.")
    private @Nullable String timeout;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, the table at the end only.")
    private boolean quiet;

    @Override
    @SuppressWarnings("try") // To hold the lock is to use it.
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        reports.check();
        PlannedMatrix matrix = matrix(home);
        try (Interruption interruption = Interruption.watch();
                MachineLock lock = MachineLock.acquire(MachineLock.sharedFolder())) {
            return call(home, matrix, interruption);
        } catch (MachineBusyException e) {
            throw new CommandFailure(ExitCode.LOCKED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    "the run ended early, as a file could not be written: " + e.getMessage()
                            + "; make room for or allow writing in " + home.results()
                            + ", where the forks that ended are kept");
        }
    }

    private int call(Home home, PlannedMatrix matrix, Interruption interruption) throws CommandFailure, IOException {
        announce(matrix);
        List<RunInput> inputs = new MeasuredData(home, interruption).of(matrix.plan());
        if (interruption.status() != 0) {
            return interruption.status();
        }
        Path directory = measure(home, matrix, inputs, interruption);
        return conclude(directory);
    }

    private Path measure(Home home, PlannedMatrix matrix, List<RunInput> inputs, Interruption interruption)
            throws IOException, CommandFailure {
        Machine machine = Machine.open();
        ForkTimes times = new ForkTimes(
                KnownDataset.byName(home),
                Runtime.getRuntime().availableProcessors(),
                EarlierRun.forkTimes(home.results()));
        MatrixSpec spec = matrix.spec();
        RunRequest request = new RunRequest(
                home.results(),
                spec,
                matrix.plan(),
                matrix.seed(),
                PlanEstimate.of(matrix.plan(), spec.protocol(), times)
                        .duration()
                        .toMillis(),
                inputs,
                new EnvironmentProbe(machine).probe(home.root(), OwnPrograms.paths()),
                OwnPrograms.version(),
                Arguments.shown(command.commandLine().getParseResult().originalArgs()));
        LiveLine live = liveLine(matrix, times);
        try (CellTrialRunner runner = CellTrialRunner.open(machine, AggregationBenchmark.NAME, matrix.folder())) {
            MatrixRun run = new MatrixRun(request, runner, live);
            interruption.stopWith(run::interrupt);
            return run.execute();
        } finally {
            live.clear();
        }
    }

    private int conclude(Path directory) throws IOException, CommandFailure {
        PrintWriter text = command.commandLine().getOut();
        StoredRun stored;
        List<String> table;
        try {
            stored = RunStore.read(directory);
            table = RunTable.of(stored).lines();
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        }
        table.forEach(text::println);
        if (stored.run().state() == RunState.INTERRUPTED) {
            text.println("Interrupted: what was measured until then is stored and reported.");
        }
        text.println();
        report(stored).forEach(text::println);
        text.flush();
        return stored.run().exitCode().orElse(ExitCode.INTERNAL.status());
    }

    private List<Path> report(StoredRun stored) throws CommandFailure {
        Path folder = reports.folder(stored.directory());
        try {
            return Reports.write(stored, folder, reports.templates());
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.INTERNAL, String.valueOf(e.getMessage()));
        } catch (UnusableTemplateException e) {
            throw new CommandFailure(ExitCode.USAGE, e.getMessage() + "; the run is stored, see './run-matrix report'");
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.IO,
                    folder + ": the reports could not be written: " + e.getMessage()
                            + "; the run is stored, see './run-matrix report'");
        }
    }

    private void announce(PlannedMatrix matrix) {
        if (quiet) {
            return;
        }
        PrintWriter err = command.commandLine().getErr();
        matrix.file().notices().forEach(err::println);
        err.println("Seed of the order: " + matrix.seed());
        err.flush();
    }

    private LiveLine liveLine(PlannedMatrix matrix, ForkTimes times) {
        Map<String, Long> planned = matrix.plan().cells().stream()
                .collect(Collectors.toMap(
                        c -> c.name(), c -> times.apply(c.cell()).toMillis()));
        // While a fork runs, the program's standard streams lead elsewhere: hold on to the real one.
        PrintStream terminal = System.err;
        return new LiveLine(
                terminal,
                Terminal.watchesStandardError(),
                quiet,
                new CellWords(matrix.plan()),
                new RemainingTime(planned));
    }

    private PlannedMatrix matrix(Home home) throws CommandFailure {
        PlannedMatrix matrix = options.plan(home, KnownDataset.byName(home).keySet(), ShippedFlags.ofAggregate());
        if (timeout == null) {
            return matrix;
        }
        Duration limit = Quantity.duration(timeout)
                .filter(duration -> duration.toMillis() > 0)
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(),
                        "--timeout: '" + timeout + "' is no duration; write it as " + Quantity.DURATIONS));
        Protocol protocol = matrix.spec().protocol().withTimeout(limit);
        return new PlannedMatrix(matrix.file().with(protocol), matrix.plan(), matrix.seed(), matrix.seedWasDrawn());
    }
}
