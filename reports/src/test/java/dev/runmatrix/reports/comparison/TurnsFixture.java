// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.BuildAxis;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.result.BuildPair;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run of two builds in memory: settings {@code n=0}, {@code n=1}, … each with forks of both. */
public final class TurnsFixture {

    private static final double NANOS = 1e9;

    private final List<PlannedCell> cells = new ArrayList<>();
    private final List<ForkRecord> forks = new ArrayList<>();
    private Optional<String> digest = Optional.empty();
    private double foreignCores;
    private Optional<Long> waitedNanos = Optional.empty();

    /** The forks from here on are disturbed, and wait so long for a processor. */
    TurnsFixture disturbed(double cores, double waitedSeconds) {
        foreignCores = cores;
        waitedNanos = Optional.of(Math.round(waitedSeconds * NANOS));
        return this;
    }

    /** Both builds are the same bytes. */
    TurnsFixture sameProgram() {
        digest = Optional.of("d1");
        return this;
    }

    /** A setting with forks of these walls, all of them busy on one core. */
    public TurnsFixture setting(double[] base, double[] head) {
        return setting(base, base, head, head);
    }

    TurnsFixture setting(double[] base, double[] baseCpu, double[] head, double[] headCpu) {
        PlannedCell first = plan(BuildAxis.BASE);
        PlannedCell second = plan(BuildAxis.HEAD);
        for (int i = 0; i < base.length; i++) {
            good(first, base[i], baseCpu[i]);
        }
        for (int i = 0; i < head.length; i++) {
            good(second, head[i], headCpu[i]);
        }
        return this;
    }

    /** The head of the latest setting fails once. */
    public TurnsFixture headFails() {
        Failure failure = new Failure(FailureKind.CRASHED, "it fell", Optional.of(1), Optional.empty());
        forks.add(fork(cells.get(cells.size() - 1), Optional.of(failure), Optional.empty(), Optional.empty()));
        return this;
    }

    /** The head of the latest setting writes something else once. */
    public TurnsFixture headIsWrong() {
        OutputCheck wrong = new OutputCheck(
                "d", 1, 1, Optional.of(OutputVerdict.WRONG), Optional.empty(), Optional.of("other rows"));
        ProcessUsage usage = new ProcessUsage(1_000_000_000, 1_000_000_000, Optional.of(1_000_000L), Optional.empty());
        forks.add(fork(cells.get(cells.size() - 1), Optional.empty(), Optional.of(usage), Optional.of(wrong)));
        return this;
    }

    public StoredRun stored() {
        RunRecord run = new SittingFixture("abc").command("toy").stored().run();
        BuildPair builds = new BuildPair(facts("old"), facts("new"));
        RunRecord turns = new RunRecord(
                run.schema(),
                run.id(),
                run.state(),
                run.startedAt(),
                run.finishedAt(),
                run.toolVersion(),
                run.argv(),
                run.seed(),
                run.estimatedMillis(),
                run.samplerCores(),
                run.spec(),
                new Plan(cells, List.of(), List.of()),
                run.environment(),
                run.datasets(),
                run.exitCode(),
                run.sittings(),
                run.ends(),
                Optional.of(builds));
        return new StoredRun(Path.of("results", "abc"), turns, forks, false);
    }

    private BuildFacts facts(String given) {
        return new BuildFacts(given, BuildFacts.Kind.JAR, Optional.empty(), digest);
    }

    private PlannedCell plan(String build) {
        Cell setting = new Cell(Map.of("dataset", "data", "n", String.valueOf(cells.size() / 2)));
        PlannedCell planned = new PlannedCell(
                "C" + (cells.size() + 1), BuildAxis.cellOf(setting, build), Set.of(), List.of(), 1, false);
        cells.add(planned);
        return planned;
    }

    private void good(PlannedCell cell, double wall, double cpu) {
        ProcessUsage usage = new ProcessUsage(
                Math.round(wall * NANOS), Math.round(cpu * NANOS), Optional.of(1_000_000_000L), Optional.empty());
        forks.add(fork(cell, Optional.empty(), Optional.of(usage), Optional.empty()));
    }

    private ForkRecord fork(
            PlannedCell cell, Optional<Failure> failure, Optional<ProcessUsage> process, Optional<OutputCheck> output) {
        int number = 1
                + (int) forks.stream().filter(f -> f.cell().equals(cell.name())).count();
        return new ForkRecord(
                ForkRecord.SCHEMA,
                forks.size() + 1,
                cell.name(),
                cell.cell().id(),
                number,
                number,
                false,
                Instant.parse("2026-01-01T00:00:00Z"),
                failure.isPresent() ? ForkStatus.FAILED : ForkStatus.OK,
                failure,
                process,
                Optional.empty(),
                Optional.of(noise()),
                output,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private NoiseEvidence noise() {
        return new NoiseEvidence(
                foreignCores,
                Optional.empty(),
                waitedNanos,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
