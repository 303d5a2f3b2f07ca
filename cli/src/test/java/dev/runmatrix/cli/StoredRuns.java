// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small stored runs, made by hand. */
final class StoredRuns {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MEBIBYTE = 1L << 20;

    private StoredRuns() {}

    static PlannedCell cell(String name, boolean reference, int workers, String... axesAndValues) {
        Map<String, String> axes = new LinkedHashMap<>();
        for (int i = 0; i < axesAndValues.length; i += 2) {
            axes.put(axesAndValues[i], axesAndValues[i + 1]);
        }
        return new PlannedCell(name, new Cell(axes), Set.of(), List.of(), workers, reference);
    }

    static StoredRun of(List<PlannedCell> cells, List<ForkRecord> forks) {
        return of(cells, forks, Protocol.DEFAULT);
    }

    static StoredRun of(List<PlannedCell> cells, List<ForkRecord> forks, Protocol protocol) {
        return new StoredRun(
                Path.of("results", "id"), run("id", cells, RunState.COMPLETE, protocol), placed(cells, forks), false);
    }

    static RunRecord named(String id, List<PlannedCell> cells, RunState state) {
        return run(id, cells, state, Protocol.DEFAULT);
    }

    private static RunRecord run(String id, List<PlannedCell> cells, RunState state, Protocol protocol) {
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
                protocol,
                Optional.empty(),
                List.of(),
                Hooks.NONE,
                Optional.empty());
        Environment nowhere = new Environment(
                "m",
                "c",
                "h",
                "c",
                2,
                2,
                8_000_000_000L,
                8_000_000_000L,
                Optional.empty(),
                "o",
                "k",
                "j",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                "b");
        return new RunRecord(
                RunRecord.SCHEMA,
                id,
                state,
                THEN,
                Optional.of(THEN),
                "v",
                List.of(),
                1,
                1,
                Optional.empty(),
                spec,
                new Plan(cells, List.of(), List.of()),
                nowhere,
                List.of(),
                Optional.of(0),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** Attempts count from 1, and each knows its cell by its id. */
    static List<ForkRecord> placed(List<PlannedCell> cells, List<ForkRecord> forks) {
        Map<String, String> ids = new LinkedHashMap<>();
        cells.forEach(c -> ids.put(c.name(), c.cell().id()));
        List<ForkRecord> placed = new ArrayList<>();
        for (ForkRecord fork : forks) {
            String id = ids.getOrDefault(fork.cell(), fork.cell());
            placed.add(changed(fork, placed.size() + 1, id, fork.twin(), fork.noise(), fork.output()));
        }
        return placed;
    }

    /** The same fork, made of the A/A pair's twin. */
    static ForkRecord twin(ForkRecord fork) {
        return changed(fork, fork.attempt(), fork.cellId(), true, fork.noise(), fork.output());
    }

    /** The same fork, disturbed by other programs. */
    static ForkRecord amid(ForkRecord fork, double foreignCores) {
        NoiseEvidence noise = new NoiseEvidence(
                foreignCores,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return changed(fork, fork.attempt(), fork.cellId(), fork.twin(), Optional.of(noise), fork.output());
    }

    /** The same fork, its output compared with nothing. */
    static ForkRecord uncompared(ForkRecord fork) {
        Optional<OutputCheck> output = fork.output()
                .map(o -> new OutputCheck(
                        o.digest(),
                        o.rows(),
                        o.bytes(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        return changed(fork, fork.attempt(), fork.cellId(), fork.twin(), fork.noise(), output);
    }

    private static ForkRecord changed(
            ForkRecord fork,
            int attempt,
            String cellId,
            boolean twin,
            Optional<NoiseEvidence> noise,
            Optional<OutputCheck> output) {
        return new ForkRecord(
                fork.schema(),
                attempt,
                fork.cell(),
                cellId,
                fork.fork(),
                fork.round(),
                twin,
                fork.startedAt(),
                fork.status(),
                fork.failure(),
                fork.process(),
                fork.region(),
                noise,
                output,
                fork.samples(),
                fork.log(),
                fork.jvm(),
                fork.choice(),
                fork.strays());
    }

    static ForkRecord good(String cell, int fork, double wallSeconds, double cores) {
        return ended(cell, fork, wallSeconds, cores, OutputVerdict.IDENTICAL, Optional.empty());
    }

    static ForkRecord wrong(String cell, int fork, String difference) {
        return ended(cell, fork, 0.01, 1, OutputVerdict.WRONG, Optional.of(difference));
    }

    static ForkRecord failed(String cell, int fork, String message) {
        Failure failure = new Failure(FailureKind.THREW, message, Optional.empty(), Optional.empty());
        return new ForkRecord(
                ForkRecord.SCHEMA,
                1,
                cell,
                cell,
                fork,
                fork,
                false,
                THEN,
                ForkStatus.FAILED,
                Optional.of(failure),
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

    private static ForkRecord ended(
            String cell, int fork, double seconds, double cores, OutputVerdict verdict, Optional<String> difference) {
        long wall = Math.round(seconds * 1e9);
        long cpu = Math.round(wall * cores);
        return new ForkRecord(
                ForkRecord.SCHEMA,
                1,
                cell,
                cell,
                fork,
                fork,
                false,
                THEN,
                ForkStatus.OK,
                Optional.empty(),
                Optional.of(new ProcessUsage(
                        wall + 300_000_000, cpu, Optional.of((100 + fork) * MEBIBYTE), Optional.empty())),
                Optional.of(new RegionUsage(1, wall, cpu, 1, 1, 1, 1, Optional.empty())),
                Optional.empty(),
                Optional.of(new OutputCheck("d", 1, 1, Optional.of(verdict), Optional.empty(), difference)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }
}
