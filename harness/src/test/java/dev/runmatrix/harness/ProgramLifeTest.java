// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.toy.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramLifeTest {

    private static final int TERMINATED = 143;
    private static final Duration PROMISE = Duration.ofSeconds(5);
    private static final long HARNESS_AND_SOME_BYTES = 700L << 20;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {ProgramHarness.STUBBORN, ProgramHarness.FAMILY})
    void nothingOutlivesAHarnessThatWasKilled(String scenario) throws Exception {
        Process harness = stuckHarness(scenario);
        List<Long> started = started(harness);

        long killedNanos = System.nanoTime();
        harness.destroyForcibly();

        assertThat(started).hasSizeGreaterThan(1).allMatch(Processes::end);
        assertThat(Duration.ofNanos(System.nanoTime() - killedNanos)).isLessThan(PROMISE);
    }

    @Test
    void aTerminatedHarnessEndsAllInOrder() throws Exception {
        Process harness = stuckHarness(ProgramHarness.STUBBORN);
        List<Long> started = started(harness);

        harness.destroy();

        assertThat(harness.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(harness.exitValue()).isEqualTo(TERMINATED);
        assertThat(started).allMatch(Processes::end);
        StoredRun stored = RunStore.read(folder.resolve("latest"));
        assertThat(stored.run().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(stored.forks()).isEmpty();
    }

    @Test
    void aProgramThatTheKernelKilledForItsMemoryIsToldFromOtherKills() throws Exception {
        Optional<Path> group = smallGroup();
        Assumptions.assumeTrue(group.isPresent(), "no right to make a control group: the kernel's kill is not tried");
        Path procs = group.get().resolve("cgroup.procs");
        List<String> enter = List.of("sh", "-c", "echo $$ > \"$0\" && exec \"$@\"", procs.toString());

        Process harness = start(Stream.concat(enter.stream(), command(ProgramHarness.HUNGRY).stream())
                .toList());

        assertThat(harness.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Files.deleteIfExists(group.get());
        StoredRun stored = RunStore.read(folder.resolve("latest"));
        Failure failure = stored.forks().get(0).failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.KILLED);
        assertThat(failure.message()).isEqualTo("killed by the kernel: the control group ran out of memory");
    }

    /** A control group below that of this process, in either version, where the kernel lets us make one. */
    private static Optional<Path> smallGroup() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/cgroup"))) {
            String path = line.substring(line.lastIndexOf(':') + 1);
            boolean memory = line.contains(":memory:");
            Path parent = Path.of(memory ? "/sys/fs/cgroup/memory" + path : "/sys/fs/cgroup" + path);
            Path limit = Path.of(memory ? "memory.limit_in_bytes" : "memory.max");
            Optional<Path> made = memory || line.startsWith("0::") ? group(parent, limit) : Optional.empty();
            if (made.isPresent()) {
                return made;
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> group(Path parent, Path limit) {
        Path group = parent.resolve("run-matrix-test-" + ProcessHandle.current().pid());
        try {
            Files.createDirectory(group);
            Files.writeString(group.resolve(limit), Long.toString(HARNESS_AND_SOME_BYTES));
            return Optional.of(group);
        } catch (IOException e) {
            // Not ours to make.
            return Optional.empty();
        }
    }

    private List<Long> started(Process harness) throws IOException {
        List<Long> started = new ArrayList<>(Files.readAllLines(folder.resolve(ProgramHarness.PIDS)).stream()
                .map(line -> Long.parseLong(line.strip()))
                .toList());
        harness.descendants().map(ProcessHandle::pid).forEach(started::add);
        return started;
    }

    private Process stuckHarness(String scenario) throws IOException {
        Process harness = start(command(scenario));
        BufferedReader said = harness.inputReader();
        assertThat(said.readLine()).isEqualTo(ProgramHarness.STUCK);
        return harness;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private List<String> command(String scenario) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                ProgramHarness.class.getName(),
                folder.toString(),
                scenario);
    }
}
