// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.toy.Burner;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessObserverTest {

    private static final long BURNT_NANOS_EACH = 1_500_000_000;

    /** User and system time are both cut to whole ticks of 10 ms. */
    private static final long TICKS_MILLIS = 20;

    private Optional<Machine> machine = Optional.empty();

    @BeforeAll
    void openMachine() {
        machine = Optional.of(Machine.open());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sampledProcessorTimeIsWhatABurnerSaysOfItself(int threads) throws IOException, InterruptedException {
        Process burner = burner(threads);
        try (BufferedReader words = burner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(words.readLine()).isEqualTo("ready");
            ProcessObserver observer = machine.orElseThrow()
                    .observe(burner.pid(), System.nanoTime())
                    .orElseThrow();
            ResourceSample before = observer.look().orElseThrow();
            say(burner);
            long burntMillis = Long.parseLong(words.readLine()) / 1_000_000;
            ResourceSample after = observer.look().orElseThrow();
            say(burner);
            burner.waitFor();
            Observation seen = observer.finish(System.nanoTime());

            long sampledMillis = after.cpuMillis() - before.cpuMillis();
            assertThat(burntMillis).isGreaterThanOrEqualTo(threads * BURNT_NANOS_EACH / 1_000_000);
            assertThat(sampledMillis)
                    .isBetween(burntMillis - TICKS_MILLIS, burntMillis + burntMillis * 3 / 100 + TICKS_MILLIS);
            assertThat(seen.cpuNanos() / 1_000_000).isGreaterThanOrEqualTo(after.cpuMillis());
        }
    }

    @Test
    void theEvidenceOfAProcessOutlivesIt() throws IOException, InterruptedException {
        Process burner = burner(1);
        try (BufferedReader words = burner.inputReader(StandardCharsets.UTF_8)) {
            assertThat(words.readLine()).isEqualTo("ready");
            ProcessObserver observer = machine.orElseThrow()
                    .observe(burner.pid(), System.nanoTime())
                    .orElseThrow();
            assertThat(observer.look()).isPresent();
            burner.destroyForcibly().waitFor();

            assertThat(observer.look()).isEmpty();
            NoiseEvidence noise = observer.finish(System.nanoTime()).noise();
            assertThat(noise.minorFaults().orElseThrow()).isGreaterThan(1000);
            assertThat(noise.majorFaults()).isPresent();
            assertThat(noise.runQueueNanos().orElseThrow()).isPositive();
            assertThat(noise.involuntarySwitches()).isPresent();
            assertThat(noise.storageReadBytes()).isPresent();
        }
    }

    private static Process burner(int threads) throws IOException {
        // Interpreted, so that no compiler burns beside it.
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Burner.class.getName(),
                        Integer.toString(threads),
                        Long.toString(BURNT_NANOS_EACH)))
                .start();
    }

    private static void say(Process burner) throws IOException {
        burner.getOutputStream().write('\n');
        burner.getOutputStream().flush();
    }
}
