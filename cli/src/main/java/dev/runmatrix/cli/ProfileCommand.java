// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.ProfileRun;
import dev.runmatrix.harness.RunListener;
import dev.runmatrix.harness.UnprofilableException;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.HomePath;
import dev.runmatrix.harness.result.ProfileRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix profile}. */
@Command(
        name = "profile",
        description = "Runs a cell again under a profiler, and says where its time, memory and waits are.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Forks are recorded by the JDK's flight recorder until there are 200 samples of",
            "working threads, in turns with forks that are not recorded, by which it is known",
            "what recording costs. None of them is a result. Two cells: what the second one",
            "has more. With --run the profile is kept in the folder of the run, and its",
            "findings name the top methods; else below results/profiles/. Where a fork fails after",
            "others were recorded, these are kept and told all the same.",
            "",
            "Exit status: 0 done, 2 wrong arguments, or a program that is no JVM, 3 the cell",
            "fails, 74 files cannot be written, 75 another run is measuring, 129, 130 or 143",
            "interrupted.",
            "",
            "Examples:",
            "  ./run-matrix profile",
            "  ./run-matrix profile C05 --run latest",
            "  ./run-matrix profile C02 C05 -f my.yaml"
        })
final class ProfileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            index = "0..1",
            arity = "0..2",
            paramLabel = "CELL",
            description =
                    CellChoice.DESCRIPTION
                            + " Default: of a run the main cell of its first finding, else the reference cell or the first one.")
    private List<String> chosen = new ArrayList<>();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            description =
                    "A stored run whose cells are meant, or 'latest'. Default: the latest run where no cell is named"
                            + " and no file given, else the cells of the matrix file.")
    private Optional<String> run = Optional.empty();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private RunFormat format = RunFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, the result alone.")
    private boolean quiet;

    @Override
    public Integer call() throws CommandFailure {
        requireNoLooks();
        Home home = Home.current();
        ProfileSubject subject = subject(home);
        List<PlannedCell> cells = subject.cells(chosen);
        PrintWriter err = command.commandLine().getErr();
        if (!quiet && chosen.isEmpty()) {
            err.println(subject.why(cells.get(0)));
            err.flush();
        }
        List<String> argv =
                Arguments.shown(command.commandLine().getParseResult().originalArgs());
        List<ProfilePass> passes = new ArrayList<>();
        try (Measuring measuring = Measuring.begin(home, argv, quiet, err)) {
            try {
                for (PlannedCell cell : cells) {
                    if (!isMade(home, subject, cell, measuring, passes)) {
                        break;
                    }
                }
            } finally {
                tell(passes);
            }
            return measuring.interruption().status();
        }
    }

    private ProfileSubject subject(Home home) throws CommandFailure {
        boolean ofFile = command.commandLine().getParseResult().hasMatchedOption("--file")
                || command.commandLine().getParseResult().hasMatchedOption("--profile");
        if (run.isPresent() && ofFile) {
            throw new ParameterException(
                    command.commandLine(), "--run names the cells of a stored run; leave --file and --profile away");
        }
        boolean stored = run.isPresent() || (chosen.isEmpty() && !ofFile && hasRuns(home));
        return stored
                ? ProfileSubject.ofRun(
                        new RunFinder(home.results()).find(run.orElse(RunFinder.LATEST)), options.folder(home))
                : ProfileSubject.ofMatrix(
                        options.plan(home, KnownDataset.byName(home).keySet(), ShippedFlags.ofAggregate()));
    }

    private static boolean hasRuns(Home home) throws CommandFailure {
        try {
            return !StoredRunList.newestFirst(home.results()).isEmpty();
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.results() + ": cannot be listed: " + e.getMessage());
        }
    }

    /** Whether the profile of a cell came to its end; what there is of it is added to the others. */
    private boolean isMade(
            Home home, ProfileSubject subject, PlannedCell cell, Measuring measuring, List<ProfilePass> passes)
            throws CommandFailure {
        Path directory = subject.directory(home, cell);
        // While a fork runs, the program's standard streams lead elsewhere: hold on to the real one.
        PrintStream terminal = System.err;
        Line line = new Line(terminal, !quiet && Terminal.watchesStandardError());
        OptionalInt fixed = options.forks().map(OptionalInt::of).orElse(OptionalInt.empty());
        Consumer<ProfileRecord> kept =
                profile -> passes.add(new ProfilePass(HomePath.hidden(PassFolders.shown(directory)), profile));
        Optional<Optional<ProfileRecord>> made = measuring.withForks(
                subject.job(cell),
                directory,
                line,
                forks -> profile(
                        new ProfileRun(forks, cell, directory, fixed), subject.differences(forks.request()), kept));
        line.line.clear();
        Optional<ProfileRecord> profile = made.flatMap(ended -> ended);
        profile.ifPresent(kept);
        return profile.isPresent();
    }

    private static Optional<ProfileRecord> profile(ProfileRun run, List<String> notes, Consumer<ProfileRecord> kept)
            throws IOException, CommandFailure {
        try {
            return run.execute(notes);
        } catch (UnprofilableException e) {
            e.stored().ifPresent(kept);
            throw new CommandFailure(
                    e.isOfAFailingCell() ? ExitCode.CELL_FAILED : ExitCode.USAGE, String.valueOf(e.getMessage()));
        }
    }

    /** Tells of what there is: where a cell failed before its first recording, of those before it. */
    private void tell(List<ProfilePass> passes) {
        PrintWriter out = command.commandLine().getOut();
        List<MethodGrowth> differences = passes.size() < 2
                ? List.of()
                : MethodGrowth.between(passes.get(0).profile(), passes.get(1).profile());
        if (format == RunFormat.JSON) {
            out.print(DocumentJson.of(passes, differences));
            out.flush();
            return;
        }
        for (ProfilePass pass : passes) {
            new ProfileText(pass.profile(), Paint.of(out)).lines().forEach(out::println);
            out.println("Kept in " + pass.directory());
            out.println();
        }
        if (passes.size() == 2) {
            ProfileText.differences(passes.get(0).profile(), passes.get(1).profile(), differences, Paint.of(out))
                    .forEach(out::println);
        }
        out.flush();
    }

    private void requireNoLooks() {
        for (String option : List.of("--max-forks", "--budget")) {
            if (command.commandLine().getParseResult().hasMatchedOption(option)) {
                throw new ParameterException(
                        command.commandLine(), option + ": a profile ends when it has enough samples; use --forks");
            }
        }
    }

    /** Tells of the fork that runs. */
    private static final class Line implements RunListener {

        private final ProgressLine line;
        private int started;

        Line(PrintStream out, boolean shown) {
            line = new ProgressLine(out, shown);
        }

        @Override
        public void forkStarted(ScheduledFork fork, PlannedCell cell) {
            started++;
            line.draw("profiling " + cell.name() + ", fork " + started);
        }

        @Override
        public void noted(String sentence) {
            line.tell(sentence);
        }
    }
}
