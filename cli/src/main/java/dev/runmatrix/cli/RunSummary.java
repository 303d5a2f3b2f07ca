// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.IndexEntry;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A stored run in a few words.
 *
 * @param id name of its folder
 * @param startedAt when it began
 * @param state complete, interrupted or running; a run whose harness was killed says running
 * @param exitCode exit status of the command, absent while it runs and after a kill
 * @param title heading of its matrix
 * @param profile profile of the matrix, absent where none was chosen
 * @param cells cells of its plan
 * @param attempts attempts that are stored
 * @param failed those of them without a result
 * @param sittings how often a harness worked on it
 * @param unfinishedCells cells that did not get all their forks; absent where the run has not ended
 * @param gitCommit commit that was measured, absent outside a checkout
 * @param machineClass what runs are comparable within
 */
record RunSummary(
        String id,
        Instant startedAt,
        RunState state,
        Optional<Integer> exitCode,
        String title,
        Optional<String> profile,
        int cells,
        int attempts,
        int failed,
        int sittings,
        Optional<Integer> unfinishedCells,
        Optional<String> gitCommit,
        String machineClass) {

    /**
     * Summarises a run.
     *
     * @param indexed its last line in the index, which saves reading its forks; absent where there is none
     */
    static RunSummary of(Path directory, Optional<IndexEntry> indexed) throws IOException, UnreadableRunException {
        RunRecord run = RunStore.readFrame(directory);
        Optional<IndexEntry> ended =
                indexed.filter(entry -> run.state() != RunState.RUNNING && entry.state() == run.state());
        if (ended.isPresent()) {
            return of(run, ended.get().forks(), ended.get().failed());
        }
        return of(RunStore.read(directory));
    }

    /** Summarises a run that is read already. */
    static RunSummary of(StoredRun stored) {
        List<ForkRecord> forks = stored.forks();
        int failed = (int)
                forks.stream().filter(fork -> fork.status() != ForkStatus.OK).count();
        return of(stored.run(), forks.size(), failed);
    }

    private static RunSummary of(RunRecord run, int attempts, int failed) {
        return new RunSummary(
                run.id(),
                run.startedAt(),
                run.state(),
                run.exitCode(),
                run.spec().title(),
                run.spec().profile(),
                run.plan().cells().size(),
                attempts,
                failed,
                run.sittings().size(),
                run.ends().isEmpty() ? Optional.empty() : Optional.of(unfinished(run)),
                run.environment().gitCommit(),
                run.environment().machineClass());
    }

    private static int unfinished(RunRecord run) {
        return (int) run.ends().stream()
                .map(CellEnd::reason)
                .filter(reason -> switch (reason) {
                    case FORKS_MADE, PRECISE, FUTILE -> false;
                    case BUDGET, FAILING, FAIL_FAST, INTERRUPTED -> true;
                })
                .count();
    }

    /** How it ended, in a word or two. */
    String ending() {
        return switch (state) {
            case RUNNING -> "not ended";
            case INTERRUPTED -> "interrupted";
            case COMPLETE -> unfinishedCells.filter(cells -> cells > 0).isPresent() ? "incomplete" : "complete";
        };
    }
}
