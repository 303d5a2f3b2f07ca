// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path results;

    @Test
    void theNewestRunTellsTheLowerMedianOfItsForksThatEndedWell() throws IOException {
        store("20260101T000000Z-a").append(fork("cell", ForkStatus.OK, 99));
        RunStore newest = store("20260102T000000Z-b");
        for (int seconds : new int[] {7, 3, 5, 4}) {
            newest.append(fork("cell", ForkStatus.OK, seconds));
        }
        newest.append(fork("cell", ForkStatus.TIMED_OUT, 1));
        newest.append(fork("other", ForkStatus.FAILED, 1));

        assertThat(EarlierRun.forkTimes(results)).isEqualTo(Map.of("cell", Duration.ofSeconds(4)));
    }

    @Test
    void aDamagedRunIsPassedOver() throws IOException {
        store("20260101T000000Z-a").append(fork("cell", ForkStatus.OK, 2));
        Files.writeString(
                Files.createDirectory(results.resolve("20260102T000000Z-b")).resolve("run.json"), "{");
        Files.createDirectory(results.resolve("20260103T000000Z-no-run"));

        assertThat(EarlierRun.forkTimes(results)).isEqualTo(Map.of("cell", Duration.ofSeconds(2)));
    }

    @Test
    void theLinkToTheLatestRunIsNoRunOfItsOwn() throws IOException {
        store("20260101T000000Z-a");
        store("20260102T000000Z-b");
        Files.createSymbolicLink(results.resolve("latest"), Path.of("20260102T000000Z-b"));

        assertThat(EarlierRun.newest(results, run -> true, 3)).hasSize(2);
    }

    @Test
    void withoutRunsNothingIsKnown() throws IOException {
        assertThat(EarlierRun.forkTimes(results)).isEmpty();
        assertThat(EarlierRun.forkTimes(results.resolve("missing"))).isEmpty();
    }

    private RunStore store(String id) throws IOException {
        MatrixSpec spec = new MatrixSpec(
                "t",
                "q",
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Budget(Optional.empty(), Optional.empty()),
                List.of(),
                Protocol.DEFAULT,
                Optional.empty(),
                List.of(),
                Hooks.NONE,
                Optional.empty());
        Environment machine = new Environment(
                "m",
                "c",
                "h",
                "cpu",
                2,
                2,
                1,
                1,
                Optional.empty(),
                "os",
                "kernel",
                "jdk",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "b");
        return RunStore.create(
                results,
                new RunRecord(
                        RunRecord.SCHEMA,
                        id,
                        RunState.RUNNING,
                        LONG_AGO,
                        Optional.empty(),
                        "0",
                        List.of(),
                        1,
                        1,
                        Optional.empty(),
                        spec,
                        new Plan(List.of(), List.of(), List.of()),
                        machine,
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty()));
    }

    private static ForkRecord fork(String cellId, ForkStatus status, int seconds) {
        ProcessUsage usage =
                new ProcessUsage(Duration.ofSeconds(seconds).toNanos(), 1, Optional.empty(), Optional.empty());
        return new ForkRecord(
                ForkRecord.SCHEMA,
                1,
                "C01",
                cellId,
                1,
                1,
                false,
                LONG_AGO,
                status,
                Optional.empty(),
                Optional.of(usage),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
