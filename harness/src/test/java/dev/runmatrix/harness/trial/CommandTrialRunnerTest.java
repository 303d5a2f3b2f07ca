// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.harness.toy.Processes;
import dev.runmatrix.harness.toy.ToyProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandTrialRunnerTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(2);
    private static final long NANOS_PER_MILLI = 1_000_000;

    @TempDir
    private Path directory = Path.of("");

    private Optional<Machine> machine = Optional.empty();

    @BeforeAll
    void openMachine() {
        machine = Optional.of(Machine.open());
    }

    @Test
    void aProgramThatEndsWellHasItsLifeItsSamplesAndItsWords() throws IOException {
        TrialOutcome outcome = shell("sleep 1; echo done");

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.region()).isEmpty();
        assertThat(outcome.said()).isEqualTo("done\n");
        assertThat(outcome.strays()).isZero();
        ProcessUsage process = outcome.process().orElseThrow();
        assertThat(process.wallNanos()).isBetween(1_000 * NANOS_PER_MILLI, 2_000 * NANOS_PER_MILLI);
        assertThat(process.peakRssBytes().orElseThrow()).isPositive();
        assertThat(outcome.observation().orElseThrow().samples()).hasSizeGreaterThan(5);
    }

    @Test
    void aProgramThatEndsAtOnceIsMeasuredToo() throws IOException {
        TrialOutcome outcome = shell("exit 0");

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.process().orElseThrow().wallNanos()).isPositive();
    }

    @Test
    void theProcessorTimeAndTheMemoryOfAllProcessesCount() throws IOException {
        ProcessUsage alone = run(ToyProgram.command("burn", "1000")).process().orElseThrow();
        ProcessUsage both = run(script("\"$@\" & \"$@\" & wait", ToyProgram.command("burn", "1000")))
                .process()
                .orElseThrow();

        assertThat(alone.cpuNanos()).isGreaterThanOrEqualTo(980 * NANOS_PER_MILLI);
        assertThat(both.cpuNanos()).isBetween(1_960 * NANOS_PER_MILLI, 2 * alone.cpuNanos() + 300 * NANOS_PER_MILLI);
        assertThat(both.peakRssBytes().orElseThrow())
                .isGreaterThan(alone.peakRssBytes().orElseThrow() * 3 / 2);
    }

    @Test
    void oneBusyAndThreeIdleThreadsAreTold() throws IOException {
        String oneWorks =
                "sleep 2 & sleep 2 & sleep 2 & while :; do :; done & burner=$!; sleep 1.5; kill $burner; exit 0";
        List<ThreadTimes> threads = run(script(oneWorks, List.of()))
                .process()
                .orElseThrow()
                .threads()
                .orElseThrow();

        assertThat(threads.get(0).role()).isEqualTo(ThreadRole.WORK);
        assertThat(threads.get(0).cpuNanos()).isGreaterThan(200 * NANOS_PER_MILLI);
        assertThat(threads.stream().filter(t -> t.role() == ThreadRole.WORK).mapToInt(ThreadTimes::count))
                .as("%s", threads)
                .satisfies(counts -> assertThat(
                                counts.stream().mapToInt(Integer::intValue).sum())
                        .isBetween(4, 5));
        assertThat(threads.stream().filter(t -> t.role() == ThreadRole.SERVICE))
                .singleElement()
                .matches(shell -> shell.count() == 1);
    }

    @Test
    void theProcessorTimeOfAChildThatNobodyWaitsForCounts() throws IOException {
        String orphan = "(\"$@\" && echo > pid &); while [ ! -s pid ]; do sleep 0.1; done";
        TrialOutcome outcome = run(script(orphan, ToyProgram.command("burn", "1000")));

        // What it used after it was last seen is lost.
        assertThat(outcome.process().orElseThrow().cpuNanos()).isGreaterThanOrEqualTo(700 * NANOS_PER_MILLI);
    }

    @Test
    void aJavaProgramThatThrowsTellsWhat() throws IOException {
        Failure failure = failure(run(ToyProgram.command("throw")));

        assertThat(failure.kind()).isEqualTo(FailureKind.THREW);
        assertThat(failure.message()).isEqualTo("java.lang.IllegalStateException: as asked");
    }

    @Test
    void anExhaustedHeapIsRecognised() throws IOException {
        Failure failure = failure(run(ToyProgram.command("exhaust")));

        assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
        assertThat(failure.message()).contains("java.lang.OutOfMemoryError: Java heap space");
    }

    @Test
    void anErrorIsToldWithItsExitCodeAndTheLastWords() throws IOException {
        Failure failure = failure(shell("echo first; echo 'no such \033[31mtable' >&2; exit 7"));

        assertThat(failure.kind()).isEqualTo(FailureKind.CRASHED);
        assertThat(failure.exitCode()).contains(7);
        assertThat(failure.message()).isEqualTo("ended with exit code 7; last words: no such ␛[31mtable");
    }

    @Test
    void aProgramKilledBySomebodyElseIsNotTakenForATimeout() throws IOException {
        TrialOutcome outcome = run(
                List.of("sh", "-c", "while :; do :; done"),
                LONG,
                LONG,
                sample -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly));

        assertThat(failure(outcome).kind()).isEqualTo(FailureKind.KILLED);
        assertThat(failure(outcome).exitCode()).contains(137);
    }

    @Test
    void aProgramThatSpinsOutlivesItsTimeout() throws IOException {
        TrialOutcome outcome = run(List.of("sh", "-c", "while :; do :; done"), SHORT, LONG, sample -> {});

        assertThat(failure(outcome).kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(failure(outcome).message()).contains("timeout 2 s");
    }

    @Test
    void aProgramThatDoesNothingIsStalled() throws IOException {
        TrialOutcome outcome = run(List.of("sh", "-c", "sleep 1000; echo never"), LONG, SHORT, sample -> {});

        assertThat(failure(outcome).kind()).isEqualTo(FailureKind.STALLED);
        assertThat(outcome.strays()).isZero();
    }

    @Test
    void aProgramWhoseChildWorksIsNotStalled() throws IOException {
        Duration limit = Duration.ofSeconds(4);
        TrialOutcome outcome =
                run(List.of("sh", "-c", "sh -c 'while :; do :; done' & wait"), limit, SHORT, sample -> {});

        assertThat(failure(outcome).kind()).isEqualTo(FailureKind.TIMEOUT);
    }

    @Test
    void aGrandchildThatHoldsTheOutputIsEndedAndHoldsNothingUp() throws IOException {
        TrialOutcome outcome = shell("sleep 1000 & echo $! > pid; echo said");

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.said()).isEqualTo("said\n");
        assertThat(outcome.strays()).isEqualTo(1);
        assertThat(outcome.process().orElseThrow().wallNanos()).isLessThan(60_000 * NANOS_PER_MILLI);
        assertThat(Processes.end(pid())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(setsid sh -c 'trap \"\" TERM HUP INT; echo $$ > pid; while :; do sleep 1; done' >/dev/null 2>&1 &)",
                "(setsid env -i sh -c 'trap \"\" TERM; echo $$ > pid; while :; do /bin/sleep 1; done' &)"
            })
    void whatHidesFromItsParentIsEnded(String hide) throws IOException {
        TrialOutcome outcome = shell(hide + "; while [ ! -s pid ]; do sleep 0.1; done");

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.strays()).isBetween(1, 3);
        assertThat(Processes.end(pid())).isTrue();
    }

    @Test
    void whatATimedOutProgramHasStartedIsEndedWithIt() throws IOException {
        String stubborn = "trap '' TERM; (sleep 1000 & echo $! > pid); while :; do :; done";
        TrialOutcome outcome = run(List.of("sh", "-c", stubborn), SHORT, LONG, sample -> {});

        assertThat(failure(outcome).kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(Processes.end(pid())).isTrue();
    }

    @Test
    void aProgramThatCannotBeStartedSaysWhyAndWhatToDo() throws IOException {
        Files.createFile(
                directory.resolve("plain"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));

        assertThat(failure(run(List.of("no-such-program", "x"))).message())
                .startsWith("'no-such-program' could not be started: no such program")
                .contains("write one of the PATH");
        assertThat(failure(run(List.of("./plain"))).message())
                .isEqualTo("'./plain' could not be started: no permission to execute it; make it executable");
        assertThat(failure(run(List.of("no-such-program"))).kind()).isEqualTo(FailureKind.NOT_STARTED);
        assertThat(run(List.of("no-such-program")).process()).isEmpty();
    }

    @Test
    void aMissingWorkingDirectoryIsNotTakenForAMissingProgram() throws IOException {
        Invocation invocation = new Invocation(List.of("true"), Map.of(), Optional.of("nowhere"));

        assertThat(failure(run(invocation, LONG, LONG, sample -> {})).message())
                .contains("its working directory")
                .contains("nowhere is no folder");
    }

    @Test
    void nothingIsOnTheStandardInputAndNoShellReadsTheArguments() throws IOException {
        TrialOutcome outcome = run(List.of("sh", "-c", "cat; echo \"$1\"", "sh", "$(echo a) ; `b` * \" '"));

        assertThat(outcome.said()).isEqualTo("$(echo a) ; `b` * \" '\n");
    }

    @Test
    void whatAProgramSaysIsKeptWithinBounds() throws IOException {
        TrialOutcome outcome = shell("echo begin; head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end");

        assertThat(outcome.said()).startsWith("begin\n").endsWith("end\n").contains("bytes left out");
        assertThat(outcome.said()).hasSizeLessThan(70_000);
    }

    @Test
    void variablesReachTheProgram() throws IOException {
        Invocation invocation = new Invocation(
                List.of("sh", "-c", "echo \"$RM_OUT-$PLACE\"; pwd"),
                Map.of("RM_OUT", "o", "PLACE", "p"),
                Optional.of("."));

        assertThat(run(invocation, LONG, LONG, sample -> {}).said()).isEqualTo("o-p\n" + directory.toRealPath() + "\n");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(directory.resolve("pid")).strip());
    }

    private static Failure failure(TrialOutcome outcome) {
        return outcome.failure().orElseThrow();
    }

    private TrialOutcome shell(String script) throws IOException {
        return run(List.of("sh", "-c", script));
    }

    private static List<String> script(String script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh"));
        command.addAll(arguments);
        return command;
    }

    private TrialOutcome run(List<String> command) throws IOException {
        return run(command, LONG, LONG, sample -> {});
    }

    private TrialOutcome run(List<String> command, Duration timeout, Duration stall, Consumer<ResourceSample> onSample)
            throws IOException {
        return run(new Invocation(command, Map.of(), Optional.empty()), timeout, stall, onSample);
    }

    private TrialOutcome run(Invocation invocation, Duration timeout, Duration stall, Consumer<ResourceSample> onSample)
            throws IOException {
        Files.deleteIfExists(directory.resolve("pid"));
        ForkTask task = new ForkTask(Map.of(), List.of(), Path.of(""), directory.resolve("output"), Path.of(""));
        Protocol protocol = Protocol.fixed(1, 0, timeout, stall, Duration.ofMillis(100));
        Trial trial = new Trial(task, List.of(), protocol, directory, Optional.of(invocation));
        return new CommandTrialRunner(machine.orElseThrow(), RunGuard.unwatched(), directory).run(trial, onSample);
    }
}
