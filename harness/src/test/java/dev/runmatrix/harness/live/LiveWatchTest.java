// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.runmatrix.harness.result.live.LiveEnd;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveSample;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveWatchTest {

    private static final Path PROC = Path.of("/proc");

    @BeforeEach
    void needsProc() {
        assumeTrue(Files.isReadable(PROC.resolve("self/stat")), "no /proc here");
    }

    @Test
    void aProcessThatIsNotThereIsNotFound() {
        assertThat(LiveWatch.of(PROC, 4_999_999, true)).isEmpty();
    }

    @Test
    void aProcessThatEndsWhileItIsWatchedIsToldAsFarAsItWasSeen() throws Exception {
        Process process = new ProcessBuilder("sleep", "1").start();

        LiveObservation seen = watch(process, Duration.ofSeconds(60));

        assertThat(seen.end()).isEqualTo(LiveEnd.PROCESS_ENDED);
        assertThat(seen.samples()).isNotEmpty();
        assertThat(seen.threads()).hasSize(1);
    }

    @Test
    void whatChildrenUseCountsAlsoWhenTheyHaveEnded() throws Exception {
        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "for n in 1 2 3 4 5 6 7 8; do sh -c 'i=0; while [ $i -lt 150000 ]; do i=$((i+1)); done'; done;"
                                + " exec sleep 60")
                .start();
        try {
            LiveObservation seen = watch(shell, Duration.ofSeconds(2));

            long seenByThreads = seen.threads().stream()
                    .filter(thread -> thread.alive())
                    .mapToLong(thread -> thread.cpuNanos())
                    .sum();
            assertThat(seen.last().cpuNanos()).isGreaterThan(seenByThreads);
            assertThat(seen.samples()).isSortedAccordingTo((a, b) -> Long.compare(a.cpuNanos(), b.cpuNanos()));
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly().waitFor();
        }
    }

    @Test
    void theListenerGetsEverySampleAndTheFirstStandsAtZero() throws Exception {
        Process process = new ProcessBuilder("sleep", "60").start();
        List<LiveSample> heard = new ArrayList<>();
        try {
            LiveObservation seen = LiveWatch.of(PROC, process.pid(), true)
                    .orElseThrow()
                    .watch(Duration.ofSeconds(1), List.of(), Optional.empty(), heard::add);

            assertThat(heard).isEqualTo(seen.samples());
            assertThat(heard.get(0).elapsedNanos()).isZero();
            assertThat(seen.end()).isEqualTo(LiveEnd.TIME_UP);
            assertThat(seen.windowNanos())
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1).toNanos());
            assertThat(seen.last().states().sleeping()).isEqualTo(1);
            assertThat(seen.grant().affinityCores()).isPositive();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void theFileOfItsOutputIsFoundAndNoOther(@TempDir Path folder) throws Exception {
        Path log = folder.resolve("job.log");
        Process loud = new ProcessBuilder("sleep", "60")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Process quiet = new ProcessBuilder("sleep", "60").start();
        try {
            assertThat(LiveWatch.of(PROC, loud.pid(), true).orElseThrow().outputFile())
                    .hasValueSatisfying(file -> assertThat(file).hasSameBinaryContentAs(log));
            assertThat(LiveWatch.of(PROC, quiet.pid(), true).orElseThrow().outputFile())
                    .isEmpty();
        } finally {
            loud.destroyForcibly().waitFor();
            quiet.destroyForcibly().waitFor();
        }
    }

    private static LiveObservation watch(Process process, Duration length) {
        return LiveWatch.of(PROC, process.pid(), true)
                .orElseThrow()
                .watch(length, List.of(), Optional.empty(), sample -> {});
    }
}
