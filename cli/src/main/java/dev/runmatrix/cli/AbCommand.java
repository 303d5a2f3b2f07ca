// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.build.Build;
import dev.runmatrix.harness.build.BuildPlaces;
import dev.runmatrix.harness.build.Builds;
import dev.runmatrix.harness.build.UnusableBuildException;
import dev.runmatrix.harness.matrix.BuildMatrix;
import dev.runmatrix.harness.matrix.ConfigException;
import dev.runmatrix.harness.matrix.PlannedCell;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run-matrix ab}. */
@Command(
        name = "ab",
        description = "Measures two builds in turns, and says where the one is slower than the other.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A build is the path of a jar, a git revision, which is built first, or a",
            "command as a YAML list, with the placeholders of a matrix. Each cell is",
            "measured with both, one right after the other, in an order that is drawn by",
            "lot each time: what the machine does meanwhile it does to both. This, and not",
            "the comparison with a stored run, is what may call a build SLOWER.",
            "",
            "Exit status: 0 nothing is slower, 1 something is, 2 wrong arguments or matrix,",
            "3 a build failed, 4 wrote a wrong output, 65 unusable data, 70 a bug, 74 files",
            "cannot be written, 75 another run is measuring, 129, 130 or 143 interrupted;",
            "what was measured until then is kept, and ./run-matrix --resume goes on. With",
            "--strict also 5: something cannot be told. The worst of them counts.",
            "",
            "Examples:",
            "  ./run-matrix ab --base v1.4.0",
            "  ./run-matrix ab --base old.jar --head new.jar --only mode=streaming",
            "  ./run-matrix ab --base main --suspects latest --format md",
            "  ./run-matrix ab -f my.yaml --base '[./old, \"{out}\"]' --head '[./new, \"{out}\"]'"
        })
final class AbCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--base",
            paramLabel = "BUILD",
            required = true,
            description = "The build to compare with: a jar, a git revision, or a command.")
    private String base = "";

    @Option(names = "--head", paramLabel = "BUILD", description = "The build to judge. Default: this program as it is.")
    private Optional<String> head = Optional.empty();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Option(
            names = "--suspects",
            paramLabel = "RUN",
            description = "Measures the cells alone that the comparison of a run with its baseline suspects.")
    private Optional<String> suspects = Optional.empty();

    @Option(names = "--strict", description = "Exit status 5 where of some cell nothing can be told.")
    private boolean strict;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, md or json. Default: text.")
    private CompareFormat format = CompareFormat.TEXT;

    @Mixin
    private ReportOptions reports = new ReportOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, the verdicts at the end only.")
    private boolean quiet;

    @Option(names = "--dry-run", description = "Shows what would be measured, as plan does, and measures nothing.")
    private boolean dryRun;

    @Override
    public Integer call() throws CommandFailure {
        requireNoLooks();
        Home home = Home.current();
        reports.check();
        Map<String, KnownDataset> datasets = KnownDataset.byName(home);
        PlannedMatrix matrix = options.plan(home, datasets.keySet(), ShippedFlags.ofAggregate());
        requireNoBuilds(matrix);
        Optional<Suspects> wanted = suspects(home);
        if (wanted.filter(Suspects::isEmpty).isPresent()) {
            tell("Run " + wanted.get().run() + " suspects nothing; there is nothing to measure.");
            return ExitCode.OK.status();
        }
        Predicate<PlannedCell> chosen = wanted.isPresent() ? wanted.get().among(matrix.plan()) : cell -> true;
        BuildPlaces places = new BuildPlaces(home.root(), home.builds(), matrix.folder());
        try (Builds builds = Builds.open(places, OwnPrograms.paths(), this::tell)) {
            return dryRun
                    ? show(home, turns(matrix, chosen, builds).matrix(), datasets)
                    : measure(home, matrix, chosen, builds);
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.builds() + ": " + e.getMessage());
        }
    }

    private int show(Home home, PlannedMatrix matrix, Map<String, KnownDataset> datasets) throws CommandFailure {
        PrintWriter out = command.commandLine().getOut();
        out.print(PlanCommand.text(home, matrix, datasets, PlanFormat.TABLE, Paint.of(out)));
        out.flush();
        return ExitCode.OK.status();
    }

    /** Builds and measures while no other harness measures on this machine. */
    private int measure(Home home, PlannedMatrix matrix, Predicate<PlannedCell> chosen, Builds builds)
            throws CommandFailure, IOException {
        CommandLine line = command.commandLine();
        List<String> argv = Arguments.shown(line.getParseResult().originalArgs());
        try (Measuring measuring = Measuring.begin(home, argv, quiet, line.getErr())) {
            measuring.interruption().stopWith(status -> builds.stop());
            Turns turns;
            try {
                turns = turns(matrix, chosen, builds);
            } catch (CommandFailure e) {
                if (measuring.interruption().status() != 0) {
                    return measuring.interruption().status();
                }
                throw e;
            }
            Optional<Path> run = measuring.measure(turns.job(matrix.folder()));
            return run.isEmpty()
                    ? measuring.interruption().status()
                    : new TurnConclusion(reports, format, strict, line.getOut()).of(RunConclusion.read(run.get()));
        }
    }

    private Turns turns(PlannedMatrix matrix, Predicate<PlannedCell> chosen, Builds builds)
            throws CommandFailure, IOException {
        List<PlannedCell> cells = matrix.plan().cells().stream().filter(chosen).toList();
        try {
            Build first = builds.of(base, matrix.spec(), cells);
            Build second = head.isPresent() ? builds.of(head.get(), matrix.spec(), cells) : builds.own();
            return Turns.of(
                    matrix,
                    options.limits(),
                    options.filters(),
                    chosen,
                    first,
                    second,
                    options.forks().orElse(Turns.FORKS));
        } catch (UnusableBuildException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    private Optional<Suspects> suspects(Home home) throws CommandFailure {
        return suspects.isEmpty()
                ? Optional.empty()
                : Optional.of(Suspects.of(new RunFinder(home.results()).find(suspects.get())));
    }

    private void tell(String line) {
        if (!quiet) {
            PrintWriter err = command.commandLine().getErr();
            err.println(line);
            err.flush();
        }
    }

    private void requireNoLooks() {
        if (command.commandLine().getParseResult().hasMatchedOption("--max-forks")) {
            throw new ParameterException(
                    command.commandLine(),
                    "--max-forks: two builds get a number of forks that nothing they show can change; use --forks");
        }
    }

    private static void requireNoBuilds(PlannedMatrix matrix) throws CommandFailure {
        try {
            BuildMatrix.requireNoAxisOfItsOwn(matrix.file());
        } catch (ConfigException e) {
            throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }
}
