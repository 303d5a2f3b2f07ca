// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Option;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.PlannedClaim;
import dev.runmatrix.harness.matrix.PlannedOption;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.matrix.Skip;
import dev.runmatrix.harness.matrix.StatedGain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Records with every component present, and with every optional one absent. */
final class SampleRuns {

    static final Cell CELL = new Cell(Map.of("mode", "streaming"));
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SHA = "0".repeat(64);

    private SampleRuns() {}

    static RunRecord full() {
        return frame(
                        spec(Optional.of(CELL.axes()), new Budget(Optional.of(4L), Optional.of(Duration.ofSeconds(9)))),
                        environment(Optional.of("performance"), Optional.of("abc")))
                .begun(new Sitting(
                        Sitting.Kind.APPEND,
                        NOON,
                        Optional.empty(),
                        List.of("run", "--append", "latest"),
                        -7,
                        3,
                        10,
                        OptionalInt.of(4),
                        List.of("C01")))
                .ended(RunState.COMPLETE, NOON.plusSeconds(60), Optional.of(0.01), 0)
                .withEnds(List.of(
                        new CellEnd("C01", 6, CellEnd.Reason.FUTILE, OptionalInt.of(55)),
                        new CellEnd("C02", 6, CellEnd.Reason.PRECISE, OptionalInt.empty())));
    }

    static RunRecord sparse() {
        return frame(
                spec(Optional.empty(), new Budget(Optional.empty(), Optional.empty())),
                environment(Optional.empty(), Optional.empty()));
    }

    private static RunRecord frame(MatrixSpec spec, Environment environment) {
        PlannedCell cell = new PlannedCell("C01", CELL, Set.of("max_workers"), List.of(CELL), 4, true);
        Option option = new Option("Option 1", Map.of("mode", "streaming"), Optional.empty());
        return new RunRecord(
                RunRecord.SCHEMA,
                "20261122T120000Z-0123abc",
                RunState.RUNNING,
                NOON,
                Optional.empty(),
                "1",
                List.of("run"),
                -7,
                1000,
                Optional.empty(),
                spec,
                new Plan(
                        List.of(cell),
                        List.of(new PlannedOption(option, "C01")),
                        List.of(new Skip(CELL, "excluded by run-matrix.yaml:3")),
                        spec.claims().stream()
                                .map(claim -> new PlannedClaim(
                                        "K1", claim, List.of(new PlannedClaim.Group(List.of("C01"), List.of("C02")))))
                                .toList()),
                environment,
                List.of(new DatasetFacts("tiny", 288, 6, 1000, 12, SHA, "two days")),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static MatrixSpec spec(Optional<Map<String, String>> reference, Budget budget) {
        return new MatrixSpec(
                "Title",
                "Question?",
                Map.of("mode", List.of("streaming")),
                List.of(Map.of("mode", "in-memory")),
                List.of(Map.of("mode", "in-memory")),
                reference,
                List.of(new Option("O", Map.of(), Optional.of(new StatedGain(3, 4, Optional.of("a note"))))),
                budget,
                List.of("-Xmx1g"),
                Protocol.fixed(6, 1, Duration.ofMinutes(10), Duration.ofSeconds(60), Duration.ofMillis(100)),
                reference.map(r -> "smoke"),
                List.of(),
                Hooks.NONE,
                Optional.empty(),
                reference.map(SampleRuns::claim).stream().toList());
    }

    private static Claim claim(Map<String, String> setting) {
        return new Claim(
                "A claim",
                ClaimKind.RATIO,
                Optional.of(GateMetric.WALL),
                List.of(setting),
                List.of(setting),
                new ClaimLimit(ClaimLimit.Unit.TIMES_AS_FAST, Optional.of(3.0), Optional.empty(), Optional.of(4.0)),
                Optional.of("a note"),
                true);
    }

    private static Environment environment(Optional<String> governor, Optional<String> commit) {
        return new Environment(
                "class",
                "ba9876543210",
                "0123456789ab",
                "cpu",
                2,
                1.5,
                10,
                5,
                governor.map(g -> 7L),
                "Linux",
                "6",
                "17",
                governor,
                governor.map(g -> "madvise"),
                governor.map(g -> true),
                commit,
                true,
                SHA);
    }

    static ForkRecord okFork() {
        return new ForkRecord(
                ForkRecord.SCHEMA,
                1,
                "C01",
                CELL.id(),
                1,
                1,
                false,
                NOON,
                ForkStatus.OK,
                Optional.empty(),
                Optional.of(new ProcessUsage(2_000_000_000L, 1_000_000_000L, Optional.of(5L), Optional.empty())),
                Optional.of(new RegionUsage(300, 1_000_000_000L, 900_000_000L, 3, 1, 77, 288, Optional.empty())),
                Optional.of(new NoiseEvidence(
                        0.1,
                        Optional.of(0.0),
                        Optional.of(2L),
                        Optional.of(3L),
                        Optional.of(new Pressure(Optional.of(4L), Optional.of(0L), Optional.empty())),
                        Optional.of(0L),
                        Optional.of(5L),
                        Optional.of(6L),
                        Optional.of(4096L),
                        Optional.of("performance"),
                        Optional.empty(),
                        Optional.empty())),
                Optional.of(new OutputCheck(
                        SHA,
                        12,
                        99,
                        Optional.of(OutputVerdict.WITHIN_TOLERANCE),
                        Optional.of(OutputVerdict.IDENTICAL),
                        Optional.of("row 3"))),
                Optional.of("samples/C01/1.csv"),
                Optional.empty(),
                Optional.of(new ForkJvm("17.0.15+6", "Copy + MarkSweepCompact", 1L << 30)),
                Optional.of("in-memory, 2 workers: they fit."),
                0);
    }

    static ForkRecord failedFork() {
        return failedFork("Java heap space");
    }

    static ForkRecord failedFork(String message) {
        return new ForkRecord(
                ForkRecord.SCHEMA,
                2,
                "C01",
                CELL.id(),
                0,
                0,
                false,
                NOON,
                ForkStatus.FAILED,
                Optional.of(
                        new Failure(FailureKind.OUT_OF_MEMORY, message, Optional.of(3), Optional.of("logs/C01-0.log"))),
                Optional.empty(),
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
