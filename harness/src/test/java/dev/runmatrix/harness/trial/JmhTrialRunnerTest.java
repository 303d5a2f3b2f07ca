// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.fork.ForkTask;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.ThreadRole;
import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.harness.toy.Processes;
import dev.runmatrix.harness.toy.ToyBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JmhTrialRunnerTest {

    private static final List<String> JVM_ARGS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final long TICK_NANOS = 10_000_000;

    @TempDir
    private Path directory = Path.of("");

    private Optional<TrialRunner> runner = Optional.empty();

    @BeforeAll
    void openMachine() {
        runner = Optional.of(new JmhTrialRunner(Machine.open(), ToyBenchmark.NAME));
    }

    @Test
    void aForkThatEndsWellHasProcessRegionAndSamples() throws IOException {
        TrialOutcome outcome = run(Map.of("do", "burn", "millis", "1500"));

        assertThat(outcome.failure()).isEmpty();
        RegionUsage region = outcome.region().orElseThrow();
        ProcessUsage process = outcome.process().orElseThrow();
        assertThat(region.cpuNanos()).isGreaterThanOrEqualTo(1_480_000_000L);
        assertThat(region.rowsRead()).isEqualTo(1);
        assertThat(process.wallNanos()).isGreaterThan(region.wallNanos());
        assertThat(process.cpuNanos()).isGreaterThanOrEqualTo(region.cpuNanos());
        assertThat(process.peakRssBytes().orElseThrow()).isGreaterThan(10L << 20);
        assertThat(outcome.observation().orElseThrow().samples()).hasSizeGreaterThan(5);
        assertThat(outcome.report().orElseThrow().jvm().collector()).isEqualTo("Copy + MarkSweepCompact");
        assertThat(outcome.report().orElseThrow().choice()).isEmpty();
        assertThat(outcome.strays()).isZero();
        assertThat(outcome.said()).isEmpty();
    }

    @Test
    void theThreadsOfARegionAddUpToItsProcessorTime() throws IOException {
        for (Map<String, String> axes : List.of(
                Map.of("do", "burn", "millis", "1500", "account", "yes"), Map.of("do", "litter", "account", "yes"))) {
            RegionUsage region = run(axes).region().orElseThrow();
            List<ThreadTimes> threads = region.detail().orElseThrow().threads();

            long seen = threads.stream().mapToLong(ThreadTimes::cpuNanos).sum();
            assertThat(seen)
                    .as("%s", threads)
                    .isCloseTo(region.cpuNanos(), within(2 * TICK_NANOS + region.cpuNanos() / 50));
            assertThat(threads).hasSizeLessThanOrEqualTo(ThreadTimes.MOST);
        }
    }

    @Test
    void theCollectorWithoutThreadsOfItsOwnIsToldFromTheWork() throws IOException {
        RegionUsage region =
                run(Map.of("do", "litter", "account", "yes")).region().orElseThrow();
        RegionDetail detail = region.detail().orElseThrow();

        assertThat(detail.threads())
                .anyMatch(t -> t.role() == ThreadRole.GARBAGE && t.name().equals("VM Thread") && t.cpuNanos() > 0);
        assertThat(detail.threads()).anyMatch(t -> t.role() == ThreadRole.WORK && t.cpuNanos() > TICK_NANOS);
        assertThat(detail.fullCollections()).isBetween(1L, region.gcCount());
        assertThat(detail.liveHeapBytes().orElseThrow()).isBetween(1L << 10, 60L << 20);
        assertThat(detail.firstChunkMillis()).isEmpty();
    }

    @Test
    void aRegionWithoutCollectionHasNoLiveHeapAndOneWithoutAccountNoDetail() throws IOException {
        RegionUsage region = run(Map.of("do", "burn", "millis", "50", "account", "yes"))
                .region()
                .orElseThrow();

        assertThat(region.gcCount()).isZero();
        assertThat(region.detail().orElseThrow().liveHeapBytes()).isEmpty();
        assertThat(run(Map.of("do", "write")).region().orElseThrow().detail()).isEmpty();
    }

    @Test
    void theThreadsOfAForkAreSeenFromOutsideToo() throws IOException {
        ProcessUsage process =
                run(Map.of("do", "burn", "millis", "1500")).process().orElseThrow();

        List<ThreadTimes> threads = process.threads().orElseThrow();
        long seen = threads.stream().mapToLong(ThreadTimes::cpuNanos).sum();
        assertThat(seen).isBetween(process.cpuNanos() / 2, process.cpuNanos() + 2 * TICK_NANOS);
        ThreadTimes busiest = threads.get(0);
        assertThat(busiest.role()).isEqualTo(ThreadRole.WORK);
        assertThat(busiest.lastMillis() - busiest.firstMillis()).isGreaterThan(500);
        assertThat(threads).anyMatch(t -> t.role() == ThreadRole.COMPILER);
    }

    @Test
    void theEvidenceOfAForkIsWhole() throws IOException {
        NoiseEvidence noise = run(Map.of("do", "burn", "millis", "500"))
                .observation()
                .orElseThrow()
                .noise();

        assertThat(noise.foreignCores()).isNotNegative();
        assertThat(noise.stealFraction().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(noise.runQueueNanos().orElseThrow()).isPositive();
        assertThat(noise.ioWaitFraction().orElseThrow()).isBetween(0.0, 1.0);
        assertThat(noise.involuntarySwitches().orElseThrow()).isNotNegative();
        assertThat(noise.minorFaults().orElseThrow()).isGreaterThan(1000);
        assertThat(noise.majorFaults().orElseThrow()).isNotNegative();
        assertThat(noise.storageReadBytes().orElseThrow()).isNotNegative();
    }

    @Test
    void theSamplerSeesTheCpuOfABurner() throws IOException {
        TrialOutcome outcome = run(Map.of("do", "burn", "millis", "1500"));

        List<ResourceSample> samples = outcome.observation().orElseThrow().samples();
        long sampled = samples.get(samples.size() - 1).cpuMillis();
        assertThat(sampled).isBetween(1_000L, outcome.process().orElseThrow().cpuNanos() / 1_000_000);
        assertThat(samples).isSortedAccordingTo((a, b) -> Long.compare(a.elapsedMillis(), b.elapsedMillis()));
    }

    @Test
    void aThrowingForkTellsWhatItThrew() throws IOException {
        Failure failure = failureOf(Map.of("do", "throw"), LONG, LONG);

        assertThat(failure.kind()).isEqualTo(FailureKind.THREW);
        assertThat(failure.message()).isEqualTo("IllegalStateException: as asked");
    }

    @Test
    void anExhaustedHeapIsRecognised() throws IOException {
        Failure failure = failureOf(Map.of("do", "exhaust"), LONG, LONG);

        assertThat(failure.kind()).isEqualTo(FailureKind.OUT_OF_MEMORY);
        assertThat(failure.message()).isEqualTo("out of memory: Java heap space");
        assertThat(failure.exitCode()).contains(3);
    }

    @Test
    void anExhaustedHeapIsRecognisedWithoutTheFlagThatEndsTheJvm() throws IOException {
        TrialOutcome outcome =
                run(Map.of("do", "exhaust"), List.of("-Xmx32m", "-XX:+UseSerialGC"), LONG, LONG, s -> {});

        assertThat(outcome.failure().map(Failure::kind)).contains(FailureKind.OUT_OF_MEMORY);
    }

    @Test
    void aHaltedForkTellsItsExitCode() throws IOException {
        Failure failure = failureOf(Map.of("do", "halt"), LONG, LONG);

        assertThat(failure.kind()).isEqualTo(FailureKind.CRASHED);
        assertThat(failure.exitCode()).contains(7);
    }

    @Test
    void aForkThatExitsCleanlyWithoutAResultIsACrash() throws IOException {
        Failure failure = failureOf(Map.of("do", "exit"), LONG, LONG);

        assertThat(failure.kind()).isEqualTo(FailureKind.CRASHED);
    }

    @Test
    void aForkThatOutlivesItsTimeoutIsKilled() throws IOException {
        Failure failure = failureOf(Map.of("do", "spin"), SHORT, LONG);

        assertThat(failure.kind()).isEqualTo(FailureKind.TIMEOUT);
        assertThat(failure.message()).contains("timeout 3 s");
    }

    @Test
    void aForkThatDoesNothingIsKilled() throws IOException {
        Failure failure = failureOf(Map.of("do", "sleep"), LONG, SHORT);

        assertThat(failure.kind()).isEqualTo(FailureKind.STALLED);
        assertThat(failure.message()).contains("stall_timeout 3 s");
    }

    @Test
    void aForkKilledBySomebodyElseIsNotTakenForATimeout() throws IOException {
        TrialOutcome outcome = run(
                Map.of("do", "spin"),
                JVM_ARGS,
                LONG,
                LONG,
                sample -> ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly));

        Failure failure = outcome.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.KILLED);
        assertThat(failure.exitCode()).contains(137);
    }

    @Test
    void aGrandchildThatHoldsTheOutputIsEndedAndDoesNotHoldUpTheHarness() throws IOException {
        TrialOutcome outcome = run(Map.of("do", "grandchild"));

        long grandchild = Long.parseLong(Files.readString(directory.resolve("output")));
        assertThat(outcome.failure()).isEmpty();
        assertThat(Processes.end(grandchild)).isTrue();
        assertThat(outcome.strays()).isEqualTo(1);
    }

    @Test
    void aJvmThatCannotStartSaysWhy() throws IOException {
        TrialOutcome outcome = run(Map.of("do", "write"), List.of("-XX:NoSuchFlag=1"), LONG, LONG, s -> {});

        Failure failure = outcome.failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(FailureKind.NOT_STARTED);
        assertThat(failure.message()).contains("NoSuchFlag");
    }

    @Test
    void whatAForkSaysIsKeptWithinBounds() throws IOException {
        TrialOutcome outcome = run(Map.of("do", "chatter"));

        assertThat(outcome.said()).contains("line 0", "line 49999", "left out").hasSizeLessThan(100_000);
    }

    private Failure failureOf(Map<String, String> axes, Duration timeout, Duration stall) throws IOException {
        return run(axes, JVM_ARGS, timeout, stall, sample -> {}).failure().orElseThrow();
    }

    private TrialOutcome run(Map<String, String> axes) throws IOException {
        return run(axes, JVM_ARGS, LONG, LONG, sample -> {});
    }

    private TrialOutcome run(
            Map<String, String> axes,
            List<String> jvmArgs,
            Duration timeout,
            Duration stall,
            Consumer<ResourceSample> onSample)
            throws IOException {
        ForkTask task = new ForkTask(
                axes, List.of(), directory.resolve("params"), directory.resolve("output"), directory.resolve("report"));
        Protocol protocol = Protocol.fixed(1, 0, timeout, stall, Duration.ofMillis(100));
        return runner.orElseThrow().run(new Trial(task, jvmArgs, protocol, directory), onSample);
    }
}
