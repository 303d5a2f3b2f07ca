// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.build.Build;
import dev.runmatrix.harness.build.BuildOfRun;
import dev.runmatrix.harness.build.BuildPlaces;
import dev.runmatrix.harness.build.Builds;
import dev.runmatrix.harness.build.UnusableBuildException;
import dev.runmatrix.harness.matrix.Filters;
import dev.runmatrix.harness.matrix.Limits;
import dev.runmatrix.harness.matrix.Locations;
import dev.runmatrix.harness.matrix.MatrixFile;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.HomePath;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.comparison.BuildComparison;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Measures what the comparison of a run with its baseline suspects once more, in turns with the build of the baseline, so that
 * a suspicion becomes a verdict. It is a run of its own, in the sitting of the one that it follows.
 */
final class SuspectConfirmation {

    private static final int LARGEST = 100_000;
    private static final int WIDTH = 80;

    private final Home home;
    private final Measuring measuring;
    private final Path folder;
    private final boolean quiet;
    private final PrintWriter err;

    /**
     * Prepares it.
     *
     * @param measuring the sitting
     * @param folder where programs from outside run: that of the matrix file
     */
    SuspectConfirmation(Home home, Measuring measuring, Path folder, boolean quiet, PrintWriter err) {
        this.home = home;
        this.measuring = measuring;
        this.folder = folder;
        this.quiet = quiet;
        this.err = err;
    }

    /**
     * Measures the suspects of a comparison and tells what came of it.
     *
     * @return what the builds showed; absent where nothing is suspect, or nothing could be measured
     */
    Optional<BuildComparison> of(Compared compared, PrintWriter out) throws CommandFailure {
        List<PlannedCell> cells = suspects(compared);
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        out.println();
        out.flush();
        try {
            Optional<StoredRun> run = measured(compared, cells);
            return run.isEmpty()
                    ? Optional.empty()
                    : Optional.of(conclusion(out).told(run.get()));
        } catch (UnusableBuildException e) {
            TextTable.wrap(
                            e.getMessage() + "; './run-matrix ab --base BUILD --suspects "
                                    + compared.comparison().candidate().id() + "' measures both in turns.",
                            WIDTH)
                    .forEach(out::println);
            return Optional.empty();
        }
    }

    private static TurnConclusion conclusion(PrintWriter out) {
        return new TurnConclusion(new ReportOptions(), CompareFormat.TEXT, false, out);
    }

    /** The suspects that a build can be held to: other programs are the same in every build. */
    private static List<PlannedCell> suspects(Compared compared) {
        RunRecord run = compared.comparison().candidate();
        if (compared.isRefused() || run.state() != RunState.COMPLETE) {
            return List.of();
        }
        Suspects suspects = Suspects.of(compared.comparison());
        return run.plan().cells().stream()
                .filter(suspects::has)
                .filter(cell -> run.spec().commandOf(cell.cell()).isEmpty())
                .toList();
    }

    /** A run of both builds; empty where a signal came before there was one. */
    private Optional<StoredRun> measured(Compared compared, List<PlannedCell> cells)
            throws CommandFailure, UnusableBuildException {
        RunRecord run = compared.comparison().candidate();
        MatrixSpec spec = limited(run);
        BuildPlaces places = new BuildPlaces(home.root(), home.builds(), folder);
        try (Builds builds = Builds.open(places, OwnPrograms.paths(), this::tell)) {
            measuring.interruption().stopWith(status -> builds.stop());
            BuildOfRun base = builds.ofRun(compared.base().stored().run());
            if (measuring.interruption().status() != 0) {
                return Optional.empty();
            }
            Build known = base.build()
                    .orElseThrow(() -> new UnusableBuildException("Nothing is confirmed, as the build of "
                            + compared.base().label() + " " + base.why()));
            tell("Measuring " + cells.stream().map(PlannedCell::name).collect(Collectors.joining(", "))
                    + " again, in turns with the build of " + compared.base().label() + ", which " + base.why() + ".");
            Turns turns = turns(run, spec, cells, known, builds.own());
            Optional<Path> measured = measuring.measure(turns.job(folder));
            return measured.isEmpty() ? Optional.empty() : Optional.of(RunConclusion.read(measured.get()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.builds() + ": " + e.getMessage());
        }
    }

    private static Turns turns(RunRecord run, MatrixSpec spec, List<PlannedCell> cells, Build base, Build head)
            throws CommandFailure {
        MatrixFile file =
                new MatrixFile(spec, OptionalLong.empty(), List.of(), new Locations("the stored matrix", Map.of()));
        Set<String> ids = cells.stream().map(cell -> cell.cell().id()).collect(Collectors.toSet());
        return Turns.of(
                new PlannedMatrix(file, run.plan(), run.seed(), false),
                Limits.DEFAULT.withCells(LARGEST),
                Filters.NONE,
                cell -> ids.contains(cell.cell().id()),
                base,
                head,
                Turns.FORKS);
    }

    /** What the run measured, with what the run has left of its time. */
    private static MatrixSpec limited(RunRecord run) throws UnusableBuildException {
        MatrixSpec spec = run.spec().withProgramTexts(HomePath::restored);
        Optional<Duration> budget = spec.protocol().budget();
        if (budget.isEmpty() || run.sittings().isEmpty()) {
            return spec;
        }
        Instant begin = run.sittings().get(run.sittings().size() - 1).startedAt();
        Duration left =
                budget.get().minus(Duration.between(begin, run.finishedAt().orElse(begin)));
        if (left.isNegative() || left.isZero()) {
            throw new UnusableBuildException("Nothing is confirmed, as the time for measuring is used up");
        }
        return new MatrixFile(spec, OptionalLong.empty(), List.of(), new Locations("", Map.of()))
                .with(spec.protocol().withBudget(left))
                .spec();
    }

    private void tell(String line) {
        if (!quiet) {
            TextTable.wrap(line, WIDTH).forEach(err::println);
            err.flush();
        }
    }
}
