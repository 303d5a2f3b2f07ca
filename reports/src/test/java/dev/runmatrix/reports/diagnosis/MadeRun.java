// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.reports.analysis.RunAnalysis;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A stored run made by hand: cells with six forks each, counters and threads as a test needs them. */
final class MadeRun {

    static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");

    private final double granted;
    private final List<PlannedCell> planned = new ArrayList<>();
    private final List<MadeCell> cells = new ArrayList<>();
    private List<DatasetFacts> inputs = List.of();

    MadeRun(double grantedCores) {
        this.granted = grantedCores;
    }

    /** Makes the size of the input known. */
    MadeRun input(long megabytes) {
        inputs = List.of(new DatasetFacts("d", 7_432_560, 31, megabytes * 1_000_000, 46_500, "", ""));
        return this;
    }

    /** A cell that streams; in a serial one the workers have no effect. */
    MadeCell streaming(boolean parallel, int workers, int chunkSize) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("mode", "streaming");
        axes.put("parallel_chunks", Boolean.toString(parallel));
        axes.put("max_workers", Integer.toString(workers));
        axes.put("chunk_size", Integer.toString(chunkSize));
        return cell(axes, parallel ? Set.of() : Set.of("max_workers"), workers);
    }

    MadeCell inMemory(int workers) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("mode", "in-memory");
        axes.put("parallel_chunks", "true");
        axes.put("max_workers", Integer.toString(workers));
        axes.put("chunk_size", "50000");
        return cell(axes, Set.of("parallel_chunks", "chunk_size"), workers);
    }

    private MadeCell cell(Map<String, String> axes, Set<String> ignored, int workers) {
        String name = String.format("C%02d", planned.size() + 1);
        PlannedCell cell = new PlannedCell(name, new Cell(axes), ignored, List.of(), workers, planned.isEmpty());
        planned.add(cell);
        MadeCell made = new MadeCell(cell);
        cells.add(made);
        return made;
    }

    RunAnalysis analysis() throws UnreadableRunException {
        List<ForkRecord> forks = new ArrayList<>();
        cells.forEach(cell -> cell.addTo(forks));
        return RunAnalysis.of(new StoredRun(Path.of("results", "id"), record(), forks, false));
    }

    List<Finding> findings() throws UnreadableRunException {
        return Diagnosis.of(analysis()).findings();
    }

    /** The rules that allege something, in the order of telling. */
    List<RuleId> alleged() throws UnreadableRunException {
        return Diagnosis.of(analysis()).allegations().stream()
                .map(Finding::rule)
                .toList();
    }

    private RunRecord record() {
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
                "c",
                8,
                granted,
                64_000_000_000L,
                64_000_000_000L,
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
                "id",
                RunState.COMPLETE,
                THEN,
                Optional.of(THEN),
                "v",
                List.of(),
                1,
                1,
                Optional.empty(),
                spec,
                new Plan(planned, List.of(), List.of()),
                machine,
                inputs,
                Optional.of(0),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
