// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.toy.Processes;
import dev.runmatrix.harness.toy.ToyBenchmark;
import dev.runmatrix.harness.trial.CellTrialRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs in which programs of all kinds stand beside the toys of the aggregator's kind. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandRunTest {

    private static final Map<String, String> TOY = Map.of("do", "write", "text", "namespace,v\nx,0.1\ny,2\n");

    @TempDir
    private Path results = Path.of("");

    private Optional<Machine> machine = Optional.empty();
    private final List<String> notes = new ArrayList<>();

    @BeforeAll
    void openMachine() {
        machine = Optional.of(Machine.open());
    }

    @Test
    void anotherProgramMayDifferInTheLastBitsAndNoMore() throws Exception {
        List<Map<String, String>> cells = List.of(
                TOY,
                cell("printf 'namespace,v\\ny,2\\nx,0.1\\n' > {out}"),
                cell("printf 'namespace,v\\nx,0.10000000000000002\\ny,2\\n' > {out}"),
                cell("printf 'namespace,v\\nx,0.1001\\ny,2\\n' > {out}"),
                cell("mkdir -p {out}/_tmp; printf 'namespace,v\\nx,0.1\\n' > {out}/part-0.csv;"
                        + " printf 'namespace,v\\ny,2\\n' > {out}/part-1.csv; : > {out}/part-2.csv;"
                        + " echo no > {out}/_SUCCESS; echo no > {out}/_tmp/part-3.csv; echo no > {out}/.x.csv"));

        // The warm-up of the reference cell comes before all others.
        StoredRun stored = run(ToyRun.of(results, 1, 1, cells, targets(cells), Hooks.NONE));

        assertThat(stored.forks()).extracting(ForkRecord::status).containsOnly(ForkStatus.OK);
        assertThat(check(stored, 2).againstReference()).contains(OutputVerdict.IDENTICAL);
        assertThat(check(stored, 3).againstReference()).contains(OutputVerdict.WITHIN_TOLERANCE);
        assertThat(check(stored, 4).againstReference()).contains(OutputVerdict.WRONG);
        assertThat(check(stored, 5).againstReference()).contains(OutputVerdict.IDENTICAL);
        assertThat(fork(stored, 1).region()).isPresent();
        assertThat(fork(stored, 2).region()).isEmpty();
        assertThat(stored.run().exitCode()).contains(4);
    }

    @Test
    void aProgramMayAddTheEndingThatItGoesBy() throws Exception {
        StoredRun stored = run(
                List.of(
                        TOY,
                        cell("printf 'namespace,v\\nx,0.1\\ny,2\\n' > {out}.csv"),
                        cell("printf 'namespace,v\\nx,0.1\\ny,2\\n' > {out}.txt")),
                Hooks.NONE);

        assertThat(check(stored, 2).againstReference()).contains(OutputVerdict.IDENTICAL);
        assertThat(fork(stored, 3).failure().orElseThrow().message()).isEqualTo("no output was written");
    }

    @Test
    void aProgramThatLeavesNothingToReadHasFailed() throws Exception {
        StoredRun stored = run(
                List.of(
                        TOY,
                        cell("echo forgot the output {out}"),
                        cell("mkdir {out}"),
                        cell("printf 'PAR1 but not really' > {out}")),
                Hooks.NONE);

        assertThat(stored.forks())
                .filteredOn(fork -> !fork.cell().equals("C01"))
                .allSatisfy(
                        fork -> assertThat(fork.failure().orElseThrow().kind()).isEqualTo(FailureKind.NO_OUTPUT));
        assertThat(fork(stored, 2).failure().orElseThrow().message()).isEqualTo("no output was written");
        assertThat(fork(stored, 3).failure().orElseThrow().message()).contains("without a .parquet or .csv file");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whatCannotBeReadOrRemovedFailsItsForkAndTheOthersGoOn() throws Exception {
        String deep = "mkdir {out}; cd {out}; for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do"
                + " mkdir " + "d".repeat(240) + "; cd d*; done; true";

        StoredRun stored = run(
                List.of(
                        TOY,
                        cell("mkfifo {out}"),
                        cell("ln -s /dev/zero {out}"),
                        cell(deep),
                        cell("rm -r $(dirname {out})"),
                        cell("printf 'namespace,v\ny,2\nx,0.1\n' > {out}")),
                Hooks.NONE);
        boolean cleaned = system("rm", "-rf", stored.directory().toString());

        assertThat(stored.run().state()).isEqualTo(RunState.COMPLETE);
        assertThat(stored.run().exitCode()).contains(3);
        for (int cell = 2; cell <= 5; cell++) {
            assertThat(fork(stored, cell).failure().orElseThrow().kind()).isEqualTo(FailureKind.NO_OUTPUT);
        }
        assertThat(fork(stored, 2).failure().orElseThrow().message()).contains("neither a file nor a folder");
        assertThat(fork(stored, 4).failure().orElseThrow().message()).contains("cannot be read");
        assertThat(forks(stored, 6)).extracting(ForkRecord::status).containsOnly(ForkStatus.OK);
        assertThat(cleaned).isTrue();
    }

    @Test
    void aReferenceThatIsALinkDoesNotChangeWithWhatItLeadsTo() throws Exception {
        Path shared = results.resolve("shared.csv");
        String link = " > " + shared + "; ln -s " + shared + " {out}";
        List<Map<String, String>> cells =
                List.of(cell("printf 'namespace,v\nx,0.1\n'" + link), cell("printf 'namespace,v\nx,0.2\n'" + link));

        StoredRun stored = run(cells, Hooks.NONE);

        assertThat(stored.run().exitCode()).contains(4);
    }

    @Test
    void withoutAnOutputThereIsNothingToCheck() throws Exception {
        StoredRun stored = run(List.of(TOY, cell("true")), Hooks.NONE);

        assertThat(fork(stored, 2).status()).isEqualTo(ForkStatus.OK);
        assertThat(fork(stored, 2).output()).isEmpty();
        assertThat(fork(stored, 2).log()).isEmpty();
    }

    @Test
    void theUsersOwnProgramDecidesWhereThereIsOne() throws Exception {
        CommandTarget good = target("good", "echo right > {out}", List.of("grep", "-q", "right", "{out}"));
        CommandTarget bad = target(
                "bad", "echo left > {out}", List.of("sh", "-c", "echo why; printf 'it is \\033[1m%s\\n' left; exit 3"));
        CommandTarget none = target("none", "true", List.of("no-such-program"));
        RunRequest request = ToyRun.of(
                results,
                1,
                0,
                List.of(TOY, Map.of("run", "good"), Map.of("run", "bad"), Map.of("run", "none")),
                List.of(good, bad, none),
                Hooks.NONE);

        StoredRun stored = run(request);

        assertThat(check(stored, 2).isWrong()).isFalse();
        assertThat(check(stored, 2).accepted()).contains(true);
        assertThat(check(stored, 2).rows()).isEmpty();
        assertThat(check(stored, 3).isWrong()).isTrue();
        assertThat(check(stored, 3).difference()).contains("it is ␛[1mleft");
        assertThat(fork(stored, 4).failure().orElseThrow().message())
                .startsWith("the program that verifies the output could not be started: no such program");
        assertThat(stored.run().exitCode()).contains(4);
    }

    @Test
    void hooksRunAroundTheForksOfEachCellAndKnowThem() throws Exception {
        Path diary = results.resolve("diary");
        StoredRun stored = run(
                List.of(TOY, cell("printf 'namespace,v\\nx,0.1\\ny,2\\n' > {out}")),
                new Hooks(
                        List.of(diary(diary, "setup")),
                        List.of(diary(diary, "prepare")),
                        List.of(diary(diary, "conclude")),
                        List.of(diary(diary, "cleanup"))));

        List<String> written = Files.readAllLines(diary);
        String run = stored.run().id();
        for (ForkRecord fork : stored.forks()) {
            String id = fork.cellId();
            assertThat(written)
                    .filteredOn(line -> line.contains(id))
                    .containsExactly(
                            "setup " + id + " 1 " + run,
                            "prepare " + id + " 1 " + run,
                            "conclude " + id + " 1 " + run,
                            "cleanup " + id + " 1 " + run);
        }
        assertThat(written.subList(6, 8)).allMatch(line -> line.startsWith("cleanup"));
        assertThat(stored.directory().resolve(fork(stored, 2).log().orElseThrow()))
                .hasContent("--- setup ---\ndid setup\n--- prepare ---\ndid prepare\n--- conclude ---\ndid conclude\n");
        assertThat(stored.directory().resolve("logs/C02-cleanup.log")).content().contains("did cleanup");
    }

    @Test
    void aForkThatCouldNotBePreparedIsNotStarted() throws Exception {
        Path diary = results.resolve("diary");
        StoredRun stored = run(
                List.of(TOY, cell("echo started >> " + diary)),
                new Hooks(
                        List.of(),
                        List.of(List.of("sh", "-c", "echo cannot; exit 9")),
                        List.of(diary(diary, "conclude")),
                        List.of(List.of("false"))));

        assertThat(stored.forks()).hasSize(2).allSatisfy(fork -> {
            assertThat(fork.failure().orElseThrow().kind()).isEqualTo(FailureKind.HOOK);
            assertThat(fork.failure().orElseThrow().message())
                    .isEqualTo("the prepare hook 'sh' ended with exit code 9; last words: cannot");
            assertThat(fork.process()).isEmpty();
            assertThat(fork.log()).isPresent();
        });
        assertThat(Files.readString(diary)).doesNotContain("started").contains("conclude");
        assertThat(stored.directory().resolve("logs/C02-cleanup.log"))
                .hasContent("--- the cleanup hook 'false' ended with exit code 1 ---\n");
        assertThat(notes)
                .contains(
                        "After C01, the cleanup hook 'false' ended with exit code 1",
                        "After C02, the cleanup hook 'false' ended with exit code 1");
        assertThat(stored.run().exitCode()).contains(3);
    }

    @Test
    void aSetupThatFailedIsNotTriedAgainAndItsCellHasFailed() throws Exception {
        Path diary = results.resolve("diary");
        RunRequest request = ToyRun.of(
                results,
                2,
                1,
                List.of(Map.of("run", "x")),
                List.of(target("x", "true", List.of("true"))),
                new Hooks(
                        List.of(List.of("sh", "-c", "echo s >> " + diary + "; exit 1")),
                        List.of(),
                        List.of(),
                        List.of()));

        StoredRun stored = run(request);

        assertThat(stored.forks()).hasSize(3).allMatch(fork -> fork.failure().isPresent());
        assertThat(Files.readAllLines(diary)).hasSize(1);
    }

    @Test
    void aConcludingHookThatFailsIsNotedAndLeavesTheResult() throws Exception {
        StoredRun stored = run(
                List.of(TOY),
                new Hooks(List.of(), List.of(), List.of(List.of("sh", "-c", "exit 5"), List.of("true")), List.of()));

        assertThat(fork(stored, 1).status()).isEqualTo(ForkStatus.OK);
        assertThat(notes).containsExactly("After C01, the conclude hook 'sh' ended with exit code 5");
    }

    @Test
    void anInterruptedRunStillCleansUp() throws Exception {
        Path diary = results.resolve("diary");
        RunRequest request = ToyRun.of(
                results,
                50,
                0,
                List.of(Map.of("run", "x")),
                List.of(target("x", "touch {out}; sleep 1000", List.of("true"))),
                new Hooks(List.of(), List.of(), List.of(diary(diary, "conclude")), List.of(diary(diary, "cleanup"))));
        try (CellTrialRunner runner = runner()) {
            List<MatrixRun> runs = new ArrayList<>();
            RunListener listener = new RunListener() {
                private final AtomicBoolean told = new AtomicBoolean();

                @Override
                public void forkSampled(dev.runmatrix.harness.result.ResourceSample sample) {
                    // Once: a second signal would end what cleans up.
                    if (!told.getAndSet(true)) {
                        new Thread(() -> runs.get(0).interrupt(130)).start();
                    }
                }
            };
            runs.add(new MatrixRun(request, runner, listener));

            StoredRun stored = RunStore.read(runs.get(0).execute());

            assertThat(stored.forks()).isEmpty();
            assertThat(stored.run().state()).isEqualTo(RunState.INTERRUPTED);
            assertThat(stored.directory().resolve("work")).doesNotExist();
            assertThat(Files.readAllLines(diary))
                    .extracting(line -> line.split(" ", -1)[0])
                    .containsExactly("conclude", "cleanup");
        }
    }

    @Test
    void aServerThatAHookHasStartedLivesUntilTheEndOfTheRun() throws Exception {
        Path pid = results.resolve("pid");
        RunRequest request = ToyRun.of(
                results,
                2,
                0,
                List.of(Map.of("run", "x")),
                List.of(target("x", "kill -0 $(cat " + pid + ")", List.of("true"))),
                new Hooks(
                        List.of(List.of("sh", "-c", "setsid sleep 1000 & echo $! > " + pid)),
                        List.of(),
                        List.of(),
                        List.of()));

        StoredRun stored = run(request);

        assertThat(stored.forks()).hasSize(2).extracting(ForkRecord::status).containsOnly(ForkStatus.OK);
        assertThat(Processes.end(Long.parseLong(Files.readString(pid).strip()))).isTrue();
    }

    @Test
    void aFullDiskFailsTheForkAndTheOthersGoOn() throws Exception {
        Path disk = Files.createDirectories(results.resolve("disk"));
        boolean mounted = system("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        Assumptions.assumeTrue(mounted, "no right to mount a small file system: the full disk is not tried");
        try {
            RunRequest request = ToyRun.of(
                    disk,
                    2,
                    0,
                    List.of(TOY, Map.of("run", "fills"), Map.of("do", "fill")),
                    List.of(target("fills", "head -c 9000000 /dev/zero > {out}", Optional.empty())),
                    Hooks.NONE);

            StoredRun stored = run(request);

            assertThat(stored.forks()).hasSize(6);
            assertThat(forks(stored, 1)).extracting(ForkRecord::status).containsOnly(ForkStatus.OK);
            assertThat(forks(stored, 2)).allSatisfy(fork -> {
                assertThat(fork.failure().orElseThrow().kind()).isEqualTo(FailureKind.CRASHED);
                assertThat(fork.failure().orElseThrow().message()).contains("No space left on device");
            });
            assertThat(forks(stored, 3))
                    .allSatisfy(fork ->
                            assertThat(fork.failure().orElseThrow().message()).contains("No space left on device"));
            assertThat(stored.run().exitCode()).contains(3);
        } finally {
            assertThat(system("umount", disk.toString())).isTrue();
        }
    }

    private static boolean system(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            // There is no such program here.
            return false;
        }
    }

    private static Map<String, String> cell(String script) {
        return Map.of("run", script);
    }

    private static CommandTarget target(String name, String script, List<String> verify) {
        return target(name, script, Optional.of(verify));
    }

    private static CommandTarget target(String name, String script, Optional<List<String>> verify) {
        return new CommandTarget(Map.of("run", name), List.of("sh", "-c", script), Map.of(), Optional.empty(), verify);
    }

    private static List<String> diary(Path diary, String moment) {
        return List.of(
                "sh",
                "-c",
                "echo $1 $RM_CELL_ID $RM_FORK $RM_RUN_ID >> $2; echo did $1",
                "sh",
                moment,
                diary.toString());
    }

    /** Each script is a target of its own. */
    private StoredRun run(List<Map<String, String>> cells, Hooks hooks) throws IOException, UnreadableRunException {
        return run(ToyRun.of(results, 1, 0, cells, targets(cells), hooks));
    }

    private static List<CommandTarget> targets(List<Map<String, String>> cells) {
        return cells.stream()
                .flatMap(cell -> Optional.ofNullable(cell.get("run")).stream())
                .map(script -> target(script, script, Optional.empty()))
                .toList();
    }

    private StoredRun run(RunRequest request) throws IOException, UnreadableRunException {
        notes.clear();
        RunListener listener = new RunListener() {
            @Override
            public void noted(String sentence) {
                notes.add(sentence);
            }
        };
        try (CellTrialRunner runner = runner()) {
            return RunStore.read(new MatrixRun(request, runner, listener).execute());
        }
    }

    private CellTrialRunner runner() throws IOException {
        return CellTrialRunner.open(machine.orElseThrow(), ToyBenchmark.NAME, results);
    }

    private static OutputCheck check(StoredRun stored, int cell) {
        return fork(stored, cell).output().orElseThrow();
    }

    private static ForkRecord fork(StoredRun stored, int cell) {
        return forks(stored, cell).get(0);
    }

    private static List<ForkRecord> forks(StoredRun stored, int cell) {
        return stored.forks().stream()
                .filter(fork -> fork.cell().equals("C0" + cell))
                .toList();
    }
}
