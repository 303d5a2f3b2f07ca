// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.CellForks;
import dev.runmatrix.harness.FloorRun;
import dev.runmatrix.harness.RunInput;
import dev.runmatrix.harness.RunRequest;
import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.floor.FloorPlan;
import dev.runmatrix.harness.floor.HeapFlags;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.resource.MemoryGroup;
import dev.runmatrix.harness.result.FloorAnswer;
import dev.runmatrix.harness.result.FloorAttempt;
import dev.runmatrix.harness.result.FloorRecord;
import dev.runmatrix.harness.result.FloorStore;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.reports.words.CellLabels;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code run-matrix floor}. */
@Command(
        name = "floor",
        description = "Searches the least memory with which a cell completes, and with which it is still fast.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "First the least -Xmx with which 2 of 3 forks end with the right output within 3",
            "times the wall with the shipped flags; then, upwards from there, the least one",
            "whose median wall is at most 5 %% above it, in turns with the shipped flags;",
            "last, as root or where a control group may be written, the least limit of the",
            "whole process. Everything is kept below results/floors/.",
            "",
            "Exit status: 0 done, 2 wrong arguments or matrix, 3 the cell fails with the",
            "shipped flags, 74 files cannot be written, 75 another run is measuring, 129, 130",
            "or 143 interrupted; what was found until then is printed and kept.",
            "",
            "Examples:",
            "  ./run-matrix floor",
            "  ./run-matrix floor C05 --forks 10",
            "  ./run-matrix floor mode=in-memory,max_workers=2 --budget 10m --format json"
        })
final class FloorCommand implements Callable<Integer> {

    private static final int FORKS = 6;

    /** A JVM obeys it more than its command line; JAVA_TOOL_OPTIONS and JDK_JAVA_OPTIONS give way to that. */
    private static final String STRONGEST = "_JAVA_OPTIONS";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "CELL",
            description = CellChoice.DESCRIPTION + " Default: the reference cell, or the first one.")
    private Optional<String> chosen = Optional.empty();

    @Mixin
    private MatrixOptions options = new MatrixOptions();

    @Option(names = "--no-limit", description = "Leaves out the limit of the whole process.")
    private boolean unlimited;

    @Option(names = "--format", paramLabel = "FORMAT", description = "text or json. Default: text.")
    private RunFormat format = RunFormat.TEXT;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress, the result alone.")
    private boolean quiet;

    @Override
    public Integer call() throws CommandFailure {
        if (command.commandLine().getParseResult().hasMatchedOption("--max-forks")) {
            throw new ParameterException(
                    command.commandLine(), "--max-forks: a search has no looks; --forks says what the knee rests on");
        }
        Home home = Home.current();
        PlannedMatrix matrix = options.plan(home, KnownDataset.byName(home).keySet(), ShippedFlags.ofAggregate());
        CellChoice cells = new CellChoice(matrix.plan());
        PlannedCell cell = chosen.isPresent() ? cells.of(chosen.get()) : cells.usual();
        Optional<Path> place = unlimited ? Optional.empty() : MemoryGroup.place();
        boolean jvm = matrix.spec().commandOf(cell.cell()).isEmpty();
        FloorPlan plan = new FloorPlan(
                jvm ? Optional.of(new HeapFlags(matrix.spec().jvmArgs())) : Optional.empty(),
                noLimit(place),
                options.forks().orElse(FORKS));
        if (!jvm && place.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    cell.name()
                            + " is a program with a heap of its own, so that its limit alone could be searched, and "
                            + plan.noLimit().orElse("") + "; run it as root or in a control group that you may write");
        }
        if (jvm) {
            requireOwnHeap(Optional.ofNullable(System.getenv(STRONGEST)));
        }
        announce(cell);
        return search(home, matrix, cell, plan, place);
    }

    static void requireOwnHeap(Optional<String> options) throws CommandFailure {
        if (options.filter(HeapFlags::limitHeap).isPresent()) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    STRONGEST + " is '" + options.get() + "', which a JVM obeys more than the heap that a fork is to"
                            + " try; unset it");
        }
    }

    private Optional<String> noLimit(Optional<Path> place) {
        if (unlimited) {
            return Optional.of("--no-limit was given");
        }
        return place.isPresent()
                ? Optional.empty()
                : Optional.of("there is no control group of the memory that this process may write");
    }

    private int search(Home home, PlannedMatrix matrix, PlannedCell cell, FloorPlan plan, Optional<Path> place)
            throws CommandFailure {
        PrintWriter err = command.commandLine().getErr();
        List<String> argv =
                Arguments.shown(command.commandLine().getParseResult().originalArgs());
        Instant begin = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Path directory = home.results().resolve(FloorStore.FOLDER).resolve(PassFolders.id(begin, cell.name()));
        // While a fork runs, the program's standard streams lead elsewhere: hold on to the real one.
        PrintStream terminal = System.err;
        FloorLine line = new FloorLine(terminal, !quiet && Terminal.watchesStandardError());
        try (Measuring measuring = Measuring.begin(home, argv, quiet, err)) {
            Optional<Found> found = measuring.withForks(job(matrix, cell), directory, line, forks -> {
                FloorRecord frame = frame(forks, cell, plan, directory, begin);
                FloorStore store = FloorStore.create(directory, frame);
                FloorRun run = new FloorRun(forks, cell, plan, place, line);
                long beganNanos = System.nanoTime();
                Optional<Duration> budget = matrix.spec().protocol().budget();
                FloorRecord ended = run.execute(
                        store,
                        frame,
                        () -> budget.filter(most -> System.nanoTime() - beganNanos > most.toNanos())
                                .isPresent());
                return new Found(ended, run);
            });
            line.clear();
            return found.isEmpty() ? measuring.interruption().status() : tell(directory, found.get(), measuring);
        }
    }

    private int tell(Path directory, Found found, Measuring measuring) {
        FloorRecord floor = found.floor();
        FloorAnswer answer = floor.answer().orElseThrow();
        PrintWriter out = command.commandLine().getOut();
        if (format == RunFormat.JSON) {
            out.print(DocumentJson.of(directory, floor, found.run().attempts()));
        } else {
            new FloorText(floor, answer, found.run().attempts())
                    .lines(Paint.of(out))
                    .forEach(out::println);
            out.println("Kept in " + PassFolders.shown(directory));
        }
        out.flush();
        if (floor.state() == RunState.INTERRUPTED) {
            return measuring.interruption().status();
        }
        return status(found.run().attempts()).status();
    }

    /** Where time was up before the first attempt, nothing is known to fail. */
    private static ExitCode status(List<FloorAttempt> attempts) {
        boolean completed = attempts.isEmpty() || attempts.stream().anyMatch(FloorAttempt::hasCompleted);
        return completed && !FloorPlan.failsAsShipped(attempts) ? ExitCode.OK : ExitCode.CELL_FAILED;
    }

    private FloorRecord frame(CellForks forks, PlannedCell cell, FloorPlan plan, Path directory, Instant begin) {
        RunRequest request = forks.request();
        return new FloorRecord(
                FloorRecord.SCHEMA,
                String.valueOf(directory.getFileName()),
                RunState.RUNNING,
                begin,
                Optional.empty(),
                request.toolVersion(),
                request.argv(),
                cell,
                request.inputs().stream().map(RunInput::facts).findFirst(),
                request.environment(),
                plan.flags().map(HeapFlags::shipped).orElse(List.of()),
                plan.forks(),
                Optional.empty());
    }

    private static Job job(PlannedMatrix matrix, PlannedCell cell) {
        return new Job(
                matrix.spec(),
                new Plan(List.of(cell), List.of(), List.of()),
                matrix.seed(),
                matrix.folder(),
                SittingTask.begin(Optional.empty(), false),
                List.of(),
                Optional.empty());
    }

    private void announce(PlannedCell cell) {
        if (!quiet && chosen.isEmpty()) {
            PrintWriter err = command.commandLine().getErr();
            err.println("The " + (cell.reference() ? "reference" : "first") + " cell, " + cell.name() + ": "
                    + CellLabels.setting(cell));
            err.flush();
        }
    }

    /**
     * A search that has ended.
     *
     * @param floor what is stored of it
     * @param run what made its attempts
     */
    private record Found(FloorRecord floor, FloorRun run) {}
}
