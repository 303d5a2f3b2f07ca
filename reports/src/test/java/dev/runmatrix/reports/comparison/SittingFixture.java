// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.comparison;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.Hooks;
import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.matrix.Plan;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.ProcessUsage;
import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run in memory, of cells {@code n=1}, {@code n=2}, …; what is not said is the same in all of them. */
public final class SittingFixture {

    private static final Instant THEN = Instant.parse("2026-01-01T00:00:00Z");
    private static final double NANOS = 1e9;

    private final String build;
    private final List<PlannedCell> cells = new ArrayList<>();
    private final List<ForkRecord> forks = new ArrayList<>();
    private final List<CommandTarget> commands = new ArrayList<>();
    private String machineClassHash = "c1a55";
    private String machineClass = "4 cores";
    private String jdk = "Temurin 17.0.15";
    private String kernel = "6.1.0";
    private List<String> jvmArgs = List.of("-Xmx2g");
    private String digest = "d1d1";
    private Optional<ForkJvm> jvm = Optional.of(new ForkJvm("17.0.15", "G1", 2L << 30));
    private double rssGigabytes = 1;
    private boolean regions = true;
    private int workers = 1;

    public SittingFixture(String build) {
        this.build = build;
    }

    public SittingFixture machine(String name, String hash) {
        machineClass = name;
        machineClassHash = hash;
        return this;
    }

    public SittingFixture jdk(String name) {
        jdk = name;
        return this;
    }

    public SittingFixture kernel(String release) {
        kernel = release;
        return this;
    }

    public SittingFixture jvmArgs(String... arguments) {
        jvmArgs = List.of(arguments);
        return this;
    }

    public SittingFixture dataset(String sha) {
        digest = sha;
        return this;
    }

    public SittingFixture forksTell(Optional<ForkJvm> told) {
        jvm = told;
        return this;
    }

    public SittingFixture rss(double gigabytes) {
        rssGigabytes = gigabytes;
        return this;
    }

    /** The cells that follow ask for so many workers. */
    public SittingFixture workers(int asked) {
        workers = asked;
        return this;
    }

    public SittingFixture withoutRegions() {
        regions = false;
        return this;
    }

    public SittingFixture command(String program) {
        commands.add(new CommandTarget(Map.of(), List.of(program), Map.of(), Optional.empty(), Optional.empty()));
        return this;
    }

    /** A cell with clean forks of these wall times, one core busy. */
    public SittingFixture cell(int n, double... walls) {
        PlannedCell cell = plan(n);
        for (double wall : walls) {
            fork(cell, wall, wall, 0);
        }
        return this;
    }

    /** A cell whose forks took this much CPU time in as much wall time as those of {@link #cell}. */
    public SittingFixture cellOfCpu(int n, double cpuShare, double... walls) {
        PlannedCell cell = plan(n);
        for (double wall : walls) {
            fork(cell, wall, wall * cpuShare, 0);
        }
        return this;
    }

    /** The latest cell gets forks that other programs disturbed. */
    public SittingFixture disturbed(double... walls) {
        for (double wall : walls) {
            fork(cells.get(cells.size() - 1), wall, wall, 1.5);
        }
        return this;
    }

    /** The latest cell gets a fork that failed. */
    public SittingFixture failed() {
        PlannedCell cell = cells.get(cells.size() - 1);
        forks.add(fork(cell, ForkStatus.FAILED, Optional.empty(), Optional.empty(), Optional.empty()));
        return this;
    }

    private PlannedCell plan(int n) {
        Cell cell = new Cell(Map.of("dataset", "data")).with(Map.of("n", String.valueOf(n)));
        PlannedCell planned =
                new PlannedCell("C" + (cells.size() + 1), cell, Set.of(), List.of(), workers, cells.isEmpty());
        cells.add(planned);
        return planned;
    }

    private void fork(PlannedCell cell, double wall, double cpu, double foreignCores) {
        long wallNanos = Math.round(wall * NANOS);
        long cpuNanos = Math.round(cpu * NANOS);
        forks.add(fork(
                cell,
                ForkStatus.OK,
                Optional.of(new ProcessUsage(
                        2 * wallNanos, cpuNanos, Optional.of(Math.round(rssGigabytes * NANOS)), Optional.empty())),
                Optional.of(new RegionUsage(1, wallNanos, cpuNanos, 0, 0, 1, 1, Optional.empty()))
                        .filter(r -> regions),
                Optional.of(noise(foreignCores))));
    }

    private ForkRecord fork(
            PlannedCell cell,
            ForkStatus status,
            Optional<ProcessUsage> process,
            Optional<RegionUsage> region,
            Optional<NoiseEvidence> noise) {
        int number = 1
                + (int) forks.stream().filter(f -> f.cell().equals(cell.name())).count();
        boolean ok = status == ForkStatus.OK;
        return new ForkRecord(
                ForkRecord.SCHEMA,
                forks.size() + 1,
                cell.name(),
                cell.cell().id(),
                number,
                number,
                false,
                THEN,
                status,
                ok
                        ? Optional.empty()
                        : Optional.of(new Failure(FailureKind.CRASHED, "it fell", Optional.of(1), Optional.empty())),
                process,
                region,
                noise,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ok ? jvm : Optional.empty(),
                Optional.empty(),
                0);
    }

    private static NoiseEvidence noise(double foreignCores) {
        return new NoiseEvidence(
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
    }

    public StoredRun stored() {
        return new StoredRun(Path.of("results", build), record(), forks, false);
    }

    private RunRecord record() {
        return new RunRecord(
                RunRecord.SCHEMA,
                "20260101T000000Z-" + build,
                RunState.COMPLETE,
                THEN,
                Optional.of(THEN),
                "1",
                List.of(),
                1,
                1,
                Optional.empty(),
                spec(),
                new Plan(cells, List.of(), List.of()),
                environment(),
                List.of(new DatasetFacts("data", 1, 1, 1, 1, digest, "some rows")),
                Optional.of(0),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private MatrixSpec spec() {
        return new MatrixSpec(
                "t",
                "q",
                Map.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                new Budget(Optional.empty(), Optional.empty()),
                jvmArgs,
                Protocol.DEFAULT,
                Optional.empty(),
                commands,
                Hooks.NONE,
                Optional.empty());
    }

    private Environment environment() {
        return new Environment(
                machineClass,
                machineClassHash,
                "ma1",
                "cpu",
                4,
                4,
                1,
                1,
                Optional.empty(),
                "Linux",
                kernel,
                jdk,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                build);
    }
}
