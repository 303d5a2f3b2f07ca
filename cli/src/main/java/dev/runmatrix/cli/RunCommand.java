// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.Interruption;
import dev.runmatrix.harness.MachineBusyException;
import dev.runmatrix.harness.MachineLock;
import dev.runmatrix.harness.MatrixRun;
import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.RunRequest;
import dev.runmatrix.harness.SameConditions;
import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.fork.AggregationBenchmark;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlanEstimate;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Quantity;
import dev.runmatrix.harness.resource.EnvironmentProbe;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.trial.CellTrialRunner;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            "75 another run is measuring, 129, 130 or 143 interrupted; what was measured",
            "until then is kept. Forks that were not made for want of time are no failure.",
            "",
            "Examples:",
            "  ./run-matrix",
            "  ./run-matrix --profile smoke",
            "  ./run-matrix --only mode=streaming --forks 3 --out /tmp/reports",
            "  ./run-matrix --profile nightly --budget 30m",
            "  ./run-matrix --baseline release-1.4",
            "  ./run-matrix --resume latest",
            "  ./run-matrix --append latest --forks 4 --only max_workers=4"
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

    @Mixin
    private BaselineOption baseline = new BaselineOption();

    @Mixin
    private ContinueOptions continuing = new ContinueOptions();

    @Option(names = "--fail-fast", description = "Ends the run at the first fork that fails or whose output is wrong.")
    private boolean failFast;

    @Option(names = "--dry-run", description = "Shows what would be measured, as plan does, and measures nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        reports.check();
        Optional<Comparand> base = baseline.find(home);
        if (continuing.isRequested()) {
            Path run = continuing.directory(home);
            return alone(home, base, () -> continuing.job(home, run, options, failFast));
        }
        Map<String, KnownDataset> datasets = KnownDataset.byName(home);
        PlannedMatrix matrix = matrix(home, datasets.keySet());
        if (dryRun) {
            PrintWriter out = command.commandLine().getOut();
            out.print(PlanCommand.text(home, matrix, datasets, PlanFormat.TABLE));
            out.flush();
            return ExitCode.OK.status();
        }
        return alone(home, base, () -> job(matrix));
    }

    /** Does a job while no other harness measures on this machine. */
    @SuppressWarnings("try") // To hold the lock is to use it.
    private int alone(Home home, Optional<Comparand> base, JobSource source) throws CommandFailure {
        try (Interruption interruption = Interruption.watch();
                MachineLock lock = MachineLock.acquire(MachineLock.sharedFolder())) {
            Job job = source.job();
            announce(job);
            return call(home, job, base, interruption);
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

    private int call(Home home, Job job, Optional<Comparand> base, Interruption interruption)
            throws CommandFailure, IOException {
        List<RunInput> inputs = new MeasuredData(home, interruption).of(job.plan());
        if (interruption.status() != 0) {
            return interruption.status();
        }
        Path directory = measure(home, job, inputs, interruption);
        return new RunConclusion(reports, base, command.commandLine().getOut()).of(directory);
    }

    private Path measure(Home home, Job job, List<RunInput> inputs, Interruption interruption)
            throws IOException, CommandFailure {
        Machine machine = Machine.open();
        ForkTimes times = new ForkTimes(
                KnownDataset.byName(home),
                Runtime.getRuntime().availableProcessors(),
                EarlierRun.forkTimes(home.results()));
        RunRequest request = new RunRequest(
                home.results(),
                job.spec(),
                job.plan(),
                job.seed(),
                PlanEstimate.of(job.plan(), job.spec().protocol(), times)
                        .duration()
                        .toMillis(),
                inputs,
                new EnvironmentProbe(machine).probe(home.root(), OwnPrograms.paths()),
                OwnPrograms.version(),
                Arguments.shown(command.commandLine().getParseResult().originalArgs()));
        requireSameConditions(job, request);
        LiveLine live = liveLine(job.plan(), times);
        try (CellTrialRunner runner = CellTrialRunner.open(machine, AggregationBenchmark.NAME, job.folder())) {
            MatrixRun run = new MatrixRun(request, job.task(), runner, live);
            interruption.stopWith(run::interrupt);
            return run.execute();
        } finally {
            live.clear();
        }
    }

    private static void requireSameConditions(Job job, RunRequest request) throws CommandFailure {
        List<String> differences = job.task()
                .earlier()
                .map(earlier -> SameConditions.differences(earlier.run(), request))
                .orElse(List.of());
        if (!differences.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "forks made now would not be comparable with those of the run; different are "
                            + String.join("; ", differences)
                            + ". Go back to what was there then, or begin a new run");
        }
    }

    private void announce(Job job) {
        if (quiet) {
            return;
        }
        PrintWriter err = command.commandLine().getErr();
        job.announcements().forEach(err::println);
        err.println("Seed of the order: " + job.seed());
        err.flush();
    }

    private LiveLine liveLine(Plan plan, ForkTimes times) {
        Map<String, Long> planned = plan.cells().stream()
                .collect(Collectors.toMap(
                        c -> c.name(), c -> times.apply(c.cell()).toMillis()));
        // While a fork runs, the program's standard streams lead elsewhere: hold on to the real one.
        PrintStream terminal = System.err;
        return new LiveLine(
                terminal, Terminal.watchesStandardError(), quiet, new CellWords(plan), new RemainingTime(planned));
    }

    private Job job(PlannedMatrix matrix) {
        SittingTask task = SittingTask.begin(matrix.spec().protocol().budget(), failFast);
        return new Job(
                matrix.spec(),
                matrix.plan(),
                matrix.seed(),
                matrix.folder(),
                task,
                matrix.file().notices());
    }

    private PlannedMatrix matrix(Home home, Set<String> datasets) throws CommandFailure {
        PlannedMatrix matrix = options.plan(home, datasets, ShippedFlags.ofAggregate());
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

    /** Says what is to be done, once nobody else measures. */
    private interface JobSource {
        Job job() throws CommandFailure;
    }
}
