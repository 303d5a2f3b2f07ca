// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.toy.Processes;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessLifeTest {

    private static final int TERMINATED = 143;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aTerminatedHarnessLeavesNoProcessAndAReadableRun() throws Exception {
        Process harness = stuckHarness();
        List<ProcessHandle> forks = harness.descendants().toList();

        harness.destroy();

        assertThat(harness.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(harness.exitValue()).isEqualTo(TERMINATED);
        assertThat(forks).isNotEmpty().allMatch(fork -> Processes.end(fork.pid()));
        StoredRun stored = RunStore.read(folder.resolve("latest"));
        assertThat(stored.run().state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(stored.run().exitCode()).contains(TERMINATED);
        assertThat(stored.forks()).singleElement().satisfies(fork -> {
            assertThat(fork.cell()).isEqualTo("C01");
            assertThat(fork.status()).isEqualTo(ForkStatus.OK);
        });
    }

    @Test
    void aKilledHarnessLeavesNoProcessAndItsForksOnDisk() throws Exception {
        Process harness = stuckHarness();
        List<ProcessHandle> forks = harness.descendants().toList();

        harness.destroyForcibly();

        assertThat(forks).isNotEmpty().allMatch(fork -> Processes.end(fork.pid()));
        StoredRun stored = RunStore.read(folder.resolve("latest"));
        assertThat(stored.run().state()).isEqualTo(RunState.RUNNING);
        assertThat(stored.forks()).hasSize(1);
    }

    @Test
    void aSecondHarnessIsRefusedWhileOneMeasuresAndWelcomeAfterwards() throws Exception {
        Process harness = stuckHarness();

        assertThatThrownBy(() -> MachineLock.acquire(folder))
                .isInstanceOf(MachineBusyException.class)
                .hasMessageContaining("process " + harness.pid() + " since 20");

        harness.destroyForcibly();
        assertThat(harness.waitFor(60, TimeUnit.SECONDS)).isTrue();
        MachineLock.acquire(folder).close();
    }

    private Process stuckHarness() throws IOException {
        Process harness = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ToyHarness.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = harness.inputReader();
        assertThat(said.readLine()).isEqualTo(ToyHarness.STUCK);
        return harness;
    }
}
