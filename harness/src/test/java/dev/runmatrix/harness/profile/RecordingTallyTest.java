// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.ProfileFindings;
import dev.runmatrix.harness.result.ProfileFindings.Group;
import dev.runmatrix.harness.result.ProfileFindings.Wait;
import dev.runmatrix.harness.result.ProfileFindings.WaitKind;
import dev.runmatrix.harness.result.ThreadRole;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Configuration;
import jdk.jfr.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads what this JVM has really recorded of itself, with the settings that forks are recorded with. */
class RecordingTallyTest {

    private static final long BURN_NANOS = 600_000_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aMethodThatBurnsIsSampledAndASpanWithoutItHasNothing() throws Exception {
        Path recording = recorded(RecordingTallyTest::burn);
        RecordingTally tally = new RecordingTally();
        tally.add(recording, Optional.empty(), Optional.empty());
        Group work = tally.findings().work().orElseThrow();

        assertThat(tally.workSamples()).isEqualTo(work.samples()).isPositive();
        assertThat(work.methods())
                .filteredOn(m -> m.name().equals(RecordingTallyTest.class.getName() + ".burn"))
                .singleElement()
                .satisfies(burn -> {
                    assertThat(burn.total()).isPositive();
                    assertThat(burn.self()).isLessThanOrEqualTo(burn.total());
                });

        RecordingTally before = new RecordingTally();
        before.add(recording, Optional.empty(), Optional.of(Instant.EPOCH));
        assertThat(before.workSamples()).isZero();
        assertThat(before.findings().groups()).isEmpty();
    }

    @Test
    void aWaitForAMonitorIsTold() throws Exception {
        RecordingTally tally = tallied(RecordingTallyTest::contend);

        assertThat(tally.findings().waits())
                .filteredOn(wait -> wait.kind() == WaitKind.MONITOR)
                .anySatisfy((Wait wait) -> {
                    assertThat(wait.site()).contains("contend");
                    assertThat(wait.nanos()).isGreaterThan(10_000_000);
                });
    }

    @Test
    void allocationsHaveTheirClassAndPlace() throws Exception {
        ProfileFindings findings = tallied(RecordingTallyTest::allocate).findings();

        assertThat(findings.allocatedBytes()).isPositive();
        assertThat(findings.allocations())
                .anySatisfy(a -> assertThat(a.site()).isEqualTo(RecordingTallyTest.class.getName() + ".allocate"));
    }

    @Test
    void severalRecordingsAddUp() throws Exception {
        Path recording = recorded(RecordingTallyTest::burn);
        RecordingTally once = new RecordingTally();
        once.add(recording, Optional.empty(), Optional.empty());
        RecordingTally twice = new RecordingTally();
        twice.add(recording, Optional.empty(), Optional.empty());
        twice.add(recording, Optional.empty(), Optional.empty());

        assertThat(once.workSamples()).isPositive();
        assertThat(twice.workSamples()).isEqualTo(2 * once.workSamples());
    }

    @Test
    void threadsAreToldApartByTheirNames() {
        assertThat(ThreadRole.ofJvmThread("aggregate", false)).isEqualTo(ThreadRole.WORK);
        assertThat(ThreadRole.ofJvmThread("C1 CompilerThread0", false)).isEqualTo(ThreadRole.COMPILER);
        assertThat(ThreadRole.ofJvmThread("GC Thread#0", false)).isEqualTo(ThreadRole.GARBAGE);
        assertThat(ThreadRole.ofJvmThread("Common-Cleaner", false)).isEqualTo(ThreadRole.SERVICE);
    }

    @Test
    void namesAreMadeHarmlessAndBounded() {
        assertThat(Frames.harmless("a\u001b[31mb\nc\td")).isEqualTo("a\u241b[31mb c d");
        assertThat(Frames.harmless("x".repeat(1000))).hasSize(Frames.LONGEST).endsWith("…");
    }

    private RecordingTally tallied(Runnable work) throws Exception {
        RecordingTally tally = new RecordingTally();
        tally.add(recorded(work), Optional.empty(), Optional.empty());
        return tally;
    }

    private Path recorded(Runnable work) throws Exception {
        Path file = folder.resolve("one.jfr");
        try (Reader settings = new InputStreamReader(
                        Objects.requireNonNull(RecordingFlags.class.getResourceAsStream("profile.jfc")),
                        StandardCharsets.UTF_8);
                Recording recording = new Recording(Configuration.create(settings))) {
            recording.start();
            Thread worker = new Thread(work, "worker");
            worker.start();
            worker.join();
            recording.stop();
            recording.dump(file);
        }
        assertThat(Files.size(file)).isPositive();
        return file;
    }

    private static void burn() {
        // Processor time and not time: on a busy machine a thread may get little of it.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + BURN_NANOS;
        double sum = 0;
        while (threads.getCurrentThreadCpuTime() < end) {
            // In a call of the runtime the sampler sees no frame of this method.
            for (int i = 1; i < 1_000_000; i++) {
                sum += 1.0 / i;
            }
        }
        assertThat(sum).isFinite();
    }

    private static void allocate() {
        long end = System.nanoTime() + BURN_NANOS / 3;
        long sum = 0;
        while (System.nanoTime() < end) {
            sum += new byte[1 << 16].length;
        }
        assertThat(sum).isPositive();
    }

    private static void contend() {
        Object monitor = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Thread holder = new Thread(() -> {
            synchronized (monitor) {
                held.countDown();
                LockSupport.parkNanos(100_000_000);
            }
        });
        holder.start();
        try {
            held.await();
            synchronized (monitor) {
                holder.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
