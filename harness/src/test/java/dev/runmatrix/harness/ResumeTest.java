// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static dev.runmatrix.harness.FakeRun.SIX;
import static dev.runmatrix.harness.FakeRun.Told.disturbed;
import static dev.runmatrix.harness.FakeRun.Told.failure;
import static dev.runmatrix.harness.FakeRun.Told.wall;
import static dev.runmatrix.harness.FakeRun.countedForks;
import static dev.runmatrix.harness.FakeRun.ends;
import static dev.runmatrix.harness.FakeRun.settling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.IndexEntry;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is taken up again. */
class ResumeTest {

    private static final Protocol LOOKING = new Protocol(
            6,
            10,
            0.025,
            1,
            true,
            1,
            3,
            Optional.empty(),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            Duration.ofMillis(100));

    @TempDir
    private Path results = Path.of("");

    @Test
    void anInterruptedRunGoesOnAsItWouldHaveGoneOn() throws Exception {
        List<String> whole = new ArrayList<>();
        FakeRun uninterrupted = new FakeRun(results, SIX, 3);
        uninterrupted.begin();
        whole.addAll(uninterrupted.visits());
        FakeRun run = new FakeRun(results, SIX, 3).interruptAfter(7);
        StoredRun stored = run.begin();
        run.interruptAfter(Integer.MAX_VALUE);

        StoredRun resumed = run.resume(stored);

        assertThat(stored.run().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(ends(stored)).containsExactly("C01 INTERRUPTED 6", "C02 INTERRUPTED 6", "C03 INTERRUPTED 6");
        assertThat(run.visits()).isEqualTo(whole.subList(7, whole.size()));
        assertThat(resumed.directory().toRealPath())
                .isEqualTo(stored.directory().toRealPath());
        assertThat(resumed.run().state()).isEqualTo(RunState.COMPLETE);
        assertThat(resumed.run().exitCode()).contains(0);
        assertThat(ends(resumed)).allMatch(end -> end.endsWith("FORKS_MADE 6"));
        assertThat(resumed.forks()).extracting(ForkRecord::attempt).doesNotHaveDuplicates();
        assertThat(resumed.run().sittings())
                .extracting(Sitting::kind, Sitting::firstAttempt)
                .containsExactly(tuple(Sitting.Kind.NEW, 1), tuple(Sitting.Kind.RESUME, 8));
    }

    @Test
    void aCompleteRunHasNothingLeftToDo() throws Exception {
        FakeRun run = new FakeRun(results, LOOKING, 3).tell("C02", settling());
        StoredRun stored = run.begin();

        StoredRun resumed = run.resume(stored);

        assertThat(run.visits()).isEmpty();
        assertThat(run.notes()).anyMatch(note -> note.startsWith("Nothing is left"));
        assertThat(resumed.forks()).isEqualTo(stored.forks());
        assertThat(resumed.run().ends()).isEqualTo(stored.run().ends());
        assertThat(resumed.run().sittings()).hasSize(2);
    }

    @Test
    void whereverAKillCutTheFileOfForksNothingIsLostAndNothingIsMadeTwice() throws Exception {
        FakeRun run = new FakeRun(results, LOOKING, 2).tell("C02", settling());
        StoredRun whole = run.begin();
        byte[] bytes = Files.readAllBytes(whole.directory().resolve(RunStore.FORKS_FILE));

        for (int kept = 0; kept < bytes.length; kept += 613) {
            FakeRun again = new FakeRun(results, LOOKING, 2).tell("C02", settling());
            StoredRun begun = again.begin();
            StoredRun killed = again.killedAt(begun, kept);
            assertThat(killed.run().state()).isEqualTo(RunState.RUNNING);

            StoredRun resumed = again.resume(killed);

            assertThat(resumed.torn()).isFalse();
            assertThat(resumed.forks().subList(0, killed.forks().size())).isEqualTo(killed.forks());
            assertThat(resumed.forks())
                    .filteredOn(fork -> !fork.isWarmup())
                    .extracting(ForkRecord::cell, ForkRecord::fork, ForkRecord::twin)
                    .doesNotHaveDuplicates();
            assertThat(resumed.run().state()).isEqualTo(RunState.COMPLETE);
            assertThat(resumed.directory().resolve("work")).doesNotExist();
            assertThat(countedForks(resumed).keySet()).containsExactly("C01", "C02");
            assertThat(resumed.forks()).filteredOn(ForkRecord::isWarmup).hasSize(2);
        }
    }

    @Test
    void whereverARunWasInterruptedItsDisturbedForksAreRepeatedAsTheyWouldHaveBeen() throws Exception {
        Protocol protocol = new Protocol(
                2,
                2,
                0.025,
                0,
                true,
                1,
                3,
                Optional.empty(),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMillis(100));
        FakeRun undisturbed = new FakeRun(results.resolve("whole"), protocol, 2).tell("C02", disturbed(1));
        undisturbed.begin();
        List<String> whole = undisturbed.visits();
        assertThat(whole).contains("C02.1+", "C02.2+").hasSize(8);

        for (int made = 1; made < whole.size(); made++) {
            FakeRun run = new FakeRun(results.resolve("after" + made), protocol, 2).tell("C02", disturbed(1));
            StoredRun stored = run.interruptAfter(made).begin();

            run.interruptAfter(Integer.MAX_VALUE).resume(stored);

            assertThat(run.visits()).as("after " + made).isEqualTo(whole.subList(made, whole.size()));
        }
    }

    @Test
    void aFullDiskEndsASittingThatIsTakenUpOnceThereIsRoom() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2).fullDiskAfter(5);
        assertThatThrownBy(run::begin).isInstanceOf(IOException.class).hasMessageContaining("no space left");
        StoredRun stored = RunStore.read(results.resolve("latest"));
        assertThat(stored.forks()).hasSize(5);
        assertThat(stored.run().exitCode()).contains(74);
        run.fullDiskAfter(Integer.MAX_VALUE);

        StoredRun resumed = run.resume(stored);

        assertThat(run.visits()).hasSize(7);
        assertThat(countedForks(resumed)).isEqualTo(Map.of("C01", 6L, "C02", 6L));
    }

    @Test
    void whatARuleSkippedStaysSkipped() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2).tell("C02", failure());
        StoredRun stored = run.begin();

        StoredRun resumed = run.resume(stored);

        assertThat(run.visits()).isEmpty();
        assertThat(ends(resumed)).containsExactly("C01 FORKS_MADE 6", "C02 FAILING 6");
        assertThat(resumed.run().exitCode()).contains(3);
    }

    @Test
    void whatFailFastLeftOutIsMadeByAResumeThatHasTheTime() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2).tell("C02", wall(1), failure(), wall(1));
        StoredRun stored = run.beginFailingFast();

        StoredRun resumed = run.resume(stored);

        assertThat(countedForks(resumed)).isEqualTo(Map.of("C01", 6L, "C02", 6L));
        assertThat(resumed.run().exitCode()).contains(3);
    }

    @Test
    void outputsOfAResumedRunAreComparedWithTheReferenceOfBefore() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2).interruptAfter(4);
        StoredRun stored = run.begin();
        run.interruptAfter(Integer.MAX_VALUE).tell("C02", FakeRun.Told.wrong());

        StoredRun resumed = run.resume(stored);

        List<ForkRecord> later = resumed.forks().subList(4, resumed.forks().size());
        assertThat(later)
                .filteredOn(f -> f.cell().equals("C01"))
                .allMatch(
                        f -> f.output().orElseThrow().againstReference().equals(Optional.of(OutputVerdict.IDENTICAL)));
        assertThat(later)
                .filteredOn(f -> f.cell().equals("C02"))
                .allMatch(f -> f.output().orElseThrow().isWrong());
        assertThat(resumed.run().exitCode()).contains(4);
    }

    @Test
    void addedForksGoOnWithTheNumbersOfForksAndRounds() throws Exception {
        FakeRun run = new FakeRun(results, LOOKING, 2).tell("C02", settling());
        StoredRun stored = run.begin();
        assertThat(ends(stored)).containsExactly("C01 PRECISE 10", "C02 PRECISE 10");

        StoredRun added = run.append(stored, 3);

        assertThat(run.visits().subList(0, 2)).containsExactly("C01.w", "C02.w");
        assertThat(run.visits().subList(2, 5)).containsExactlyInAnyOrder("C01.11", "C01'11", "C02.11");
        assertThat(run.visits()).hasSize(2 + 3 * 3);
        assertThat(added.forks()).filteredOn(f -> f.fork() == 13).allMatch(f -> f.round() == 13);
        assertThat(ends(added)).containsExactly("C01 FORKS_MADE 13", "C02 FORKS_MADE 13");
        assertThat(added.run().sittings().get(1).added()).hasValue(3);
    }

    @Test
    void forksCanBeAddedToSomeCellsAndTheOthersKeepTheirEnd() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 3).tell("C03", failure());
        StoredRun stored = run.begin();

        StoredRun added = run.append(stored, 2, "C02");
        StoredRun more = run.append(added, 1);

        assertThat(ends(added)).containsExactly("C01 FORKS_MADE 6", "C02 FORKS_MADE 8", "C03 FAILING 6");
        assertThat(ends(more)).containsExactly("C01 FORKS_MADE 7", "C02 FORKS_MADE 9", "C03 FORKS_MADE 4");
        assertThat(run.visits()).containsExactlyInAnyOrder("C01.7", "C02.9", "C03.4");
        assertThat(more.forks().subList(more.forks().size() - 3, more.forks().size()))
                .allMatch(fork -> fork.round() == 9);
    }

    @Test
    void cellsOfAKilledRunToWhichNothingIsAddedAreStillUnfinished() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2);
        StoredRun begun = run.begin();
        StoredRun killed = run.killedAt(begun, 4000);
        int made = countedForks(killed).getOrDefault("C02", 0L).intValue();

        StoredRun added = run.append(killed, 1, "C01");

        assertThat(made).isBetween(1, 5);
        assertThat(FakeRun.end(added, "C02").reason()).isEqualTo(CellEnd.Reason.INTERRUPTED);
        assertThat(FakeRun.end(added, "C02").planned()).isEqualTo(6);
        assertThat(countedForks(run.resume(added))).containsEntry("C02", 6L);
    }

    @Test
    void anAddingThatWasKilledIsFinishedByAResume() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2);
        StoredRun stored = run.begin();
        run.interruptAfter(3);
        StoredRun interrupted = run.append(stored, 4);
        run.interruptAfter(Integer.MAX_VALUE);

        StoredRun resumed = run.resume(interrupted);

        assertThat(ends(interrupted)).containsExactly("C01 INTERRUPTED 10", "C02 INTERRUPTED 10");
        assertThat(run.visits()).hasSize(5);
        assertThat(countedForks(resumed)).isEqualTo(Map.of("C01", 10L, "C02", 10L));
    }

    @Test
    void theIndexHasALineForEachSittingOfWhichTheLastOneCounts() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 2).interruptAfter(4);
        StoredRun stored = run.begin();
        run.interruptAfter(Integer.MAX_VALUE);
        run.resume(stored);

        Map<String, IndexEntry> entries = new RunIndex(results).entries();

        assertThat(Files.readAllLines(results.resolve(RunIndex.INDEX_FILE))).hasSize(2);
        assertThat(entries).hasSize(1);
        assertThat(entries.get(stored.run().id())).satisfies(entry -> {
            assertThat(entry.state()).isEqualTo(RunState.COMPLETE);
            assertThat(entry.forks()).isEqualTo(12);
        });
    }

    @Test
    void aTornIndexLosesOneLineAndNoOther() throws Exception {
        FakeRun run = new FakeRun(results, SIX, 1);
        run.begin();
        Path index = results.resolve(RunIndex.INDEX_FILE);
        String line = Files.readString(index);
        Files.writeString(index, line + line.substring(0, 40));
        StoredRun second = new FakeRun(results, SIX, 1).begin();

        assertThat(new RunIndex(results).entries())
                .hasSize(2)
                .containsKey(second.run().id());
    }
}
