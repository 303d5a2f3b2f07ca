// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.SampleFile;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.toy.ToyBenchmark;
import dev.runmatrix.harness.trial.JmhTrialRunner;
import dev.runmatrix.harness.trial.TrialRunner;
import dev.runmatrix.harness.verify.ExpectedOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatrixRunTest {

    private static final Map<String, String> GOOD = Map.of("do", "write", "text", "namespace,v\nx,1\ny,2\n");
    private static final Map<String, String> SAME = Map.of("do", "write", "text", "namespace,v\ny,2\nx,1\n");
    private static final Map<String, String> WRONG = Map.of("do", "write", "text", "namespace,v\nx,1\ny,3\n");

    @TempDir
    private Path results = Path.of("");

    private Optional<Machine> machine = Optional.empty();

    @BeforeAll
    void openMachine() {
        machine = Optional.of(Machine.open());
    }

    @Test
    void everyPlannedForkIsRecordedOnceAndTheOthersGoOnAfterAFailure() throws Exception {
        StoredRun stored =
                run(ToyRun.of(results, 2, 1, List.of(GOOD, Map.of("do", "throw"), SAME, Map.of("do", "exhaust"))));

        assertThat(stored.forks()).hasSize(12).extracting(ForkRecord::attempt).doesNotHaveDuplicates();
        assertThat(stored.forks()).filteredOn(ForkRecord::isWarmup).hasSize(4);
        assertThat(failures(stored, "C02")).containsExactly(FailureKind.THREW, FailureKind.THREW, FailureKind.THREW);
        assertThat(failures(stored, "C04"))
                .containsOnly(FailureKind.OUT_OF_MEMORY)
                .hasSize(3);
        assertThat(stored.forks())
                .filteredOn(fork -> fork.cell().equals("C01") || fork.cell().equals("C03"))
                .extracting(ForkRecord::status)
                .containsOnly(ForkStatus.OK);
        assertThat(stored.run().state()).isEqualTo(RunState.COMPLETE);
        assertThat(stored.run().exitCode()).contains(3);
        assertThat(stored.run().samplerCores()).isPresent();
    }

    @Test
    void theReferenceWarmsUpFirstAndTheOthersAreComparedWithIt() throws Exception {
        StoredRun stored = run(ToyRun.of(results, 1, 1, List.of(GOOD, SAME, WRONG)));

        assertThat(stored.forks().get(0).cell()).isEqualTo("C01");
        assertThat(verdicts(stored, "C01")).containsExactly(OutputVerdict.IDENTICAL);
        assertThat(verdicts(stored, "C02")).containsExactly(OutputVerdict.IDENTICAL, OutputVerdict.IDENTICAL);
        assertThat(verdicts(stored, "C03")).containsExactly(OutputVerdict.WRONG, OutputVerdict.WRONG);
        assertThat(stored.forks())
                .filteredOn(fork -> fork.cell().equals("C03"))
                .allSatisfy(fork -> assertThat(fork.output().flatMap(OutputCheck::difference))
                        .contains("row namespace \"y\": v is 3.0, the reference has 2.0"));
        assertThat(stored.run().exitCode()).contains(4);
    }

    @Test
    void anOutputThatBreaksThePromiseOfTheDatasetIsWrongEvenInTheReference() throws Exception {
        ExpectedOutput promise = new ExpectedOutput(2, Map.of("v", 4.0));
        StoredRun stored = run(ToyRun.of(results, 1, 0, List.of(GOOD), Optional.of(promise)));

        OutputCheck check = stored.forks().get(0).output().orElseThrow();
        assertThat(check.againstManifest()).contains(OutputVerdict.WRONG);
        assertThat(check.difference()).contains("sum of v is 3.0, the dataset's manifest says 4.0");
    }

    @Test
    void whereTheReferenceFailsTheFirstGoodOutputTakesItsPlaceAndThatIsSaid() throws Exception {
        List<String> notes = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void noted(String sentence) {
                notes.add(sentence);
            }
        };
        StoredRun stored = run(ToyRun.of(results, 1, 0, List.of(Map.of("do", "halt"), GOOD)), listener);

        assertThat(stored.forks())
                .extracting(ForkRecord::status)
                .containsExactlyInAnyOrder(ForkStatus.FAILED, ForkStatus.OK);
        assertThat(notes).containsExactly("Outputs on toys are compared with that of C02, the first good one.");
    }

    @Test
    void aForkWithoutAnOutputHasFailed() throws Exception {
        StoredRun stored = run(ToyRun.of(results, 1, 0, List.of(Map.of("do", "burn", "millis", "1"))));

        assertThat(stored.forks().get(0).failure().orElseThrow().message()).isEqualTo("no output was written");
    }

    @Test
    void samplesLogsAndIndexLieInTheirPlacesAndWorkIsRemoved() throws Exception {
        StoredRun stored = run(ToyRun.of(results, 1, 0, List.of(GOOD, Map.of("do", "throw"))));

        ForkRecord good = fork(stored, "C01");
        ForkRecord bad = fork(stored, "C02");
        assertThat(SampleFile.read(stored.directory().resolve(good.samples().orElseThrow())))
                .isNotEmpty();
        assertThat(bad.failure().orElseThrow().log()).contains("logs/C02-1.log");
        assertThat(stored.directory().resolve("logs/C02-1.log")).content().contains("as asked");
        assertThat(stored.directory().resolve("work")).doesNotExist();
        assertThat(results.resolve("latest").toRealPath())
                .isEqualTo(stored.directory().toRealPath());
        assertThat(results.resolve("index.jsonl"))
                .content()
                .contains(stored.run().id(), "\"exit_code\":3");
    }

    @Test
    void aTornLastLineIsToleratedAndSaid() throws Exception {
        StoredRun stored = run(ToyRun.of(results, 2, 0, List.of(GOOD)));
        Files.writeString(
                stored.directory().resolve(RunStore.FORKS_FILE), "{\"schema\":\"run-m", StandardOpenOption.APPEND);

        StoredRun again = RunStore.read(stored.directory());

        assertThat(again.torn()).isTrue();
        assertThat(again.forks()).hasSize(2);
    }

    @Test
    void anInterruptedRunKeepsWhatItHasAndSaysSo() throws Exception {
        RunRequest request = ToyRun.of(results, 50, 0, List.of(GOOD));
        TrialRunner runner = new JmhTrialRunner(machine.orElseThrow(), ToyBenchmark.NAME);
        List<MatrixRun> runs = new ArrayList<>();
        RunListener listener = new RunListener() {
            @Override
            public void forkEnded(ForkRecord fork) {
                runs.get(0).interrupt(143);
            }
        };
        runs.add(new MatrixRun(request, runner, listener));

        StoredRun stored = RunStore.read(runs.get(0).execute());

        assertThat(stored.forks()).hasSize(1);
        assertThat(stored.run().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(stored.run().exitCode()).contains(143);
    }

    private StoredRun run(RunRequest request) throws IOException, UnreadableRunException {
        return run(request, new RunListener() {});
    }

    private StoredRun run(RunRequest request, RunListener listener) throws IOException, UnreadableRunException {
        TrialRunner runner = new JmhTrialRunner(machine.orElseThrow(), ToyBenchmark.NAME);
        return RunStore.read(new MatrixRun(request, runner, listener).execute());
    }

    private static ForkRecord fork(StoredRun stored, String cell) {
        return stored.forks().stream()
                .filter(fork -> fork.cell().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    private static List<FailureKind> failures(StoredRun stored, String cell) {
        return stored.forks().stream()
                .filter(fork -> fork.cell().equals(cell))
                .map(fork -> fork.failure().orElseThrow().kind())
                .toList();
    }

    private static List<OutputVerdict> verdicts(StoredRun stored, String cell) {
        return stored.forks().stream()
                .filter(fork -> fork.cell().equals(cell))
                .flatMap(fork -> fork.output().flatMap(OutputCheck::againstReference).stream())
                .toList();
    }
}
