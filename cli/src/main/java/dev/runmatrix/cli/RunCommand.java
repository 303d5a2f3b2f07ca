// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Quantity;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
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
            "Exit status: 0 measured, verified and no rule or claim of the gate broken, 1 one",
            "is, 2 wrong arguments or matrix, 3 a cell failed, 4 wrong output, 65 unusable",
            "data, 74 files cannot be written, 75 another run is measuring, 129, 130 or 143",
            "interrupted; what was measured until then is kept. Forks that were not made for",
            "want of time are no failure. With --strict, or on_inconclusive: fail in the",
            "gate, also 5: some rule could not be judged.",
            "",
            "Examples:",
            "  ./run-matrix",
            "  ./run-matrix --profile smoke",
            "  ./run-matrix --only mode=streaming --forks 3 --out /tmp/reports",
            "  ./run-matrix --profile nightly --budget 30m",
            "  ./run-matrix --baseline release-1.4",
            "  ./run-matrix --profile release --baseline 'main-{machine}' --strict",
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
    private GateOptions gates = new GateOptions();

    @Mixin
    private ContinueOptions continuing = new ContinueOptions();

    @Mixin
    private LedgerOptions ledger = new LedgerOptions();

    @Option(names = "--fail-fast", description = "Ends the run at the first fork that fails or whose output is wrong.")
    private boolean failFast;

    @Option(
            names = "--no-confirm",
            description =
                    "With --baseline: leaves suspects suspects, and does not measure them again beside its build.")
    private boolean unconfirmed;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text or json: one document on stdout. Default: text.")
    private RunFormat format = RunFormat.TEXT;

    @Option(names = "--dry-run", description = "Shows what would be measured, as plan does, and measures nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws CommandFailure {
        Home home = Home.current();
        reports.check();
        LedgerKeeper keeper = ledger.keeper(home);
        Optional<ChosenBaseline> base = baseline.find(home);
        if (continuing.isRequested()) {
            Path run = continuing.directory(home);
            return alone(home, base, keeper, () -> continuing.job(home, run, options, failFast));
        }
        Map<String, KnownDataset> datasets = KnownDataset.byName(home);
        PlannedMatrix matrix = matrix(home, datasets.keySet());
        if (dryRun) {
            PrintWriter out = command.commandLine().getOut();
            PlanFormat plan = format == RunFormat.JSON ? PlanFormat.JSON : PlanFormat.TABLE;
            out.print(PlanCommand.text(home, matrix, datasets, plan, Paint.of(out)));
            out.flush();
            return ExitCode.OK.status();
        }
        return alone(home, base, keeper, () -> job(matrix));
    }

    /** Does a job while no other harness measures on this machine. */
    private int alone(Home home, Optional<ChosenBaseline> given, LedgerKeeper keeper, JobSource source)
            throws CommandFailure {
        CommandLine line = command.commandLine();
        List<String> argv = Arguments.shown(line.getParseResult().originalArgs());
        try (Measuring measuring = Measuring.begin(home, argv, quiet, line.getErr())) {
            Job job = source.job();
            Optional<Gate> gate = gates.of(job.spec());
            ChosenBaseline base = given.isPresent() ? given.get() : named(home, gate);
            GateConclusion gated = gates.conclusion(gate, base, job.folder());
            tell(base);
            Optional<Path> run = measuring.measure(job);
            return run.isEmpty()
                    ? measuring.interruption().status()
                    : new RunConclusion(reports, base.found(), line.getOut(), gated, gates.claims(gate), format)
                            .keeping(keeper, line.getErr())
                            .of(run.get(), confirmation(home, measuring, job.folder()));
        }
    }

    /** The baseline that a gate names. */
    private static ChosenBaseline named(Home home, Optional<Gate> gate) throws CommandFailure {
        Optional<String> name = gate.flatMap(Gate::baseline);
        return name.isEmpty() ? ChosenBaseline.NONE : ChosenBaseline.onThisMachine(home, name.get());
    }

    private void tell(ChosenBaseline base) {
        PrintWriter err = command.commandLine().getErr();
        base.notice()
                .ifPresent(notice -> TextTable.wrap(notice, TextTable.WIDTH).forEach(err::println));
        err.flush();
    }

    private Optional<SuspectConfirmation> confirmation(Home home, Measuring measuring, Path folder) {
        return unconfirmed
                ? Optional.empty()
                : Optional.of(new SuspectConfirmation(
                        home, measuring, folder, quiet, command.commandLine().getErr()));
    }

    private Job job(PlannedMatrix matrix) {
        SittingTask task = SittingTask.begin(matrix.spec().protocol().budget(), failFast);
        return new Job(
                matrix.spec(),
                matrix.plan(),
                matrix.seed(),
                matrix.folder(),
                task,
                matrix.file().notices(),
                Optional.empty());
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
