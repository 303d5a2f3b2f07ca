// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.RunRequest;
import dev.runmatrix.harness.SameConditions;
import dev.runmatrix.harness.SittingTask;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.HomePath;
import dev.runmatrix.harness.result.ProfileRecord;
import dev.runmatrix.harness.result.ProfileSummary;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.diagnosis.Diagnosis;
import dev.runmatrix.reports.diagnosis.Finding;
import dev.runmatrix.reports.words.CellLabels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cells that may be profiled: those of a stored run, or of a matrix file.
 *
 * @param spec how they are measured
 * @param plan all of them
 * @param folder where programs run that name no other
 * @param run the stored run; absent for a matrix file
 */
record ProfileSubject(MatrixSpec spec, Plan plan, Path folder, Optional<StoredRun> run) {

    static ProfileSubject ofMatrix(PlannedMatrix matrix) {
        return new ProfileSubject(matrix.spec(), matrix.plan(), matrix.folder(), Optional.empty());
    }

    static ProfileSubject ofRun(Path directory, Path folder) throws CommandFailure {
        try {
            StoredRun stored = RunStore.read(directory);
            RunRecord run = stored.run();
            if (run.builds().isPresent()) {
                throw new CommandFailure(
                        ExitCode.USAGE,
                        "run " + run.id()
                                + " measured two builds in turns, whose programs are not kept; profile the cells"
                                + " of a matrix, with -f");
            }
            MatrixSpec spec = run.spec().withProgramTexts(HomePath::restored);
            return new ProfileSubject(spec, run.plan(), folder, Optional.of(stored));
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, directory + ": cannot be read: " + e.getMessage());
        }
    }

    /** The cells that are meant by arguments, at least one. */
    List<PlannedCell> cells(List<String> named) throws CommandFailure {
        CellChoice choice = new CellChoice(plan);
        List<PlannedCell> cells = new ArrayList<>();
        for (String each : named) {
            cells.add(choice.of(each));
        }
        if (cells.isEmpty()) {
            Optional<PlannedCell> flagged = flagged();
            cells.add(flagged.isPresent() ? flagged.get() : choice.usual());
        }
        return cells;
    }

    /** Why a cell is profiled that nobody named. */
    String why(PlannedCell cell) throws CommandFailure {
        String what = cell.name() + ": " + CellLabels.setting(cell);
        if (flagged().filter(cell::equals).isPresent()) {
            return "The cell of the first finding of run "
                    + run.orElseThrow().run().id() + ", " + what;
        }
        return "The " + (cell.reference() ? "reference" : "first") + " cell"
                + run.map(stored -> " of run " + stored.run().id()).orElse("") + ", " + what;
    }

    private Optional<PlannedCell> flagged() throws CommandFailure {
        if (run.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Diagnosis.of(RunAnalysis.of(run.get())).findings().stream()
                    .map(Finding::cells)
                    .filter(cells -> !cells.isEmpty())
                    .map(cells -> cells.get(0))
                    .flatMap(name -> plan.cells().stream().filter(c -> c.name().equals(name)))
                    .findFirst();
        } catch (UnreadableRunException e) {
            throw new CommandFailure(ExitCode.DATA, String.valueOf(e.getMessage()));
        }
    }

    /** Where the profile of a cell is kept. */
    Path directory(Home home, PlannedCell cell) {
        return run.map(stored -> ProfileSummary.folder(stored.directory(), cell.name()))
                .orElseGet(() -> home.results()
                        .resolve(ProfileRecord.FOLDER)
                        .resolve(PassFolders.id(Instant.now(), cell.name())))
                .toAbsolutePath();
    }

    Job job(PlannedCell cell) {
        return new Job(
                spec,
                new Plan(List.of(cell), List.of(), List.of()),
                0,
                folder,
                SittingTask.begin(Optional.empty(), false),
                List.of(),
                Optional.empty());
    }

    /** What is not as it was when the run was made, a sentence at most. */
    List<String> differences(RunRequest now) {
        List<String> differences =
                run.map(stored -> SameConditions.differences(stored.run(), now)).orElse(List.of()).stream()
                        // Of all datasets of the run, the cell has one.
                        .filter(difference -> !difference.endsWith(" none now"))
                        .toList();
        return differences.isEmpty()
                ? List.of()
                : List.of("Not as in the run: " + String.join("; ", differences) + ".");
    }
}
