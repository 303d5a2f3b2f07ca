// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.doctor.Check;
import dev.runmatrix.harness.doctor.ExpectedChange;
import dev.runmatrix.harness.doctor.HeapLimit;
import dev.runmatrix.harness.doctor.Hindrance;
import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.matrix.PlanEstimate;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.Environment;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The part of an examination that is about the matrix. Where the matrix cannot be used, it says so and no more. */
final class PlanExamination {

    private static final long SAMPLE_BYTES = 64;
    private static final long FORK_BYTES = 4_000;
    private static final long REPORT_BYTES = 5_000_000;

    /** Kept outputs and the one in work are summaries of a dataset, a fraction of its size. */
    private static final long DATA_PER_OUTPUT = 4;

    private final List<Check> checks = new ArrayList<>();
    private final Optional<PlannedMatrix> matrix;
    private final List<KnownDataset> datasets;
    private final PlanEstimate estimate;

    private PlanExamination(Optional<PlannedMatrix> matrix, List<KnownDataset> datasets, PlanEstimate estimate) {
        this.matrix = matrix;
        this.datasets = datasets;
        this.estimate = estimate;
    }

    static PlanExamination of(Home home, MatrixOptions options, Environment environment) throws CommandFailure {
        PlannedMatrix matrix;
        Map<String, KnownDataset> known;
        try {
            known = KnownDataset.byName(home);
            matrix = options.plan(home, known.keySet(), ShippedFlags.ofAggregate());
        } catch (CommandFailure e) {
            PlanExamination unusable = new PlanExamination(
                    Optional.empty(), List.of(), new PlanEstimate(0, Duration.ZERO, 0, Duration.ZERO));
            unusable.checks.add(unusable(e));
            return unusable;
        }
        try {
            ForkTimes times = new ForkTimes(
                    known, Runtime.getRuntime().availableProcessors(), EarlierRun.forkTimes(home.results()));
            PlanExamination plan = new PlanExamination(
                    Optional.of(matrix),
                    needed(matrix, known),
                    PlanEstimate.of(matrix.plan(), matrix.spec().protocol(), times));
            plan.look(home, matrix, times.basis(matrix.plan()), environment);
            return plan;
        } catch (IOException e) {
            throw new CommandFailure(ExitCode.IO, home.results() + ": cannot be read: " + e.getMessage());
        }
    }

    List<Check> checks() {
        return checks;
    }

    /** The most workers that a cell asks for; absent without a plan. */
    Optional<Integer> workers() {
        return matrix.flatMap(m -> m.plan().cells().stream()
                .filter(cell -> !cell.ignored().contains(Axis.MAX_WORKERS.key()))
                .map(PlannedCell::requestedWorkers)
                .max(Integer::compare));
    }

    /** The heap of the aggregator's forks; absent without a plan, and where all cells are other programs. */
    Optional<Long> heapBytes(long memoryBytes) {
        return matrix.filter(m -> m.plan().cells().stream()
                        .anyMatch(cell -> m.spec().commandOf(cell.cell()).isEmpty()))
                .map(m -> HeapLimit.of(m.spec().jvmArgs(), memoryBytes));
    }

    Optional<Long> largestDatasetBytes() {
        return datasets.stream().map(KnownDataset::bytes).max(Long::compare);
    }

    /** What datasets will take that are not there yet. */
    long dataBytes() {
        return datasets.stream()
                .filter(d -> !d.made())
                .mapToLong(KnownDataset::bytes)
                .sum();
    }

    /** What a run will write into its folder, about. */
    long resultBytes() {
        long samplePeriodMillis =
                matrix.map(m -> m.spec().protocol().samplePeriod().toMillis()).orElse(1L);
        long samples = estimate.longest().toMillis() / samplePeriodMillis;
        return REPORT_BYTES
                + estimate.mostForks() * FORK_BYTES
                + samples * SAMPLE_BYTES
                + largestDatasetBytes().orElse(0L) / DATA_PER_OUTPUT;
    }

    private void look(Home home, PlannedMatrix planned, String basis, Environment environment) throws IOException {
        int cells = planned.plan().cells().size();
        String forks = estimate.forks()
                + (estimate.mostForks() == estimate.forks() ? "" : " to " + estimate.mostForks()) + " forks";
        checks.add(Check.fact("matrix", cells + (cells == 1 ? " cell, " : " cells, ") + forks));
        checks.add(DatasetCheck.of(home, datasets));
        ProgramCheck.of(planned).ifPresent(checks::add);
        checks.add(duration(planned.spec().protocol(), basis));
        int each = planned.spec().protocol().forks();
        checks.add(EarlierSpread.of(home.results(), environment)
                .map(spread -> ExpectedChange.measured(each, spread.spread(), spread.forks()))
                .orElseGet(() -> ExpectedChange.assumed(each))
                .check());
    }

    private static Check unusable(CommandFailure e) {
        Hindrance how = Hindrance.ofStatus(e.code().status()).orElse(Hindrance.CONFIGURATION);
        return Check.problem(how, "matrix", "cannot be used", "no mistake", String.valueOf(e.getMessage()));
    }

    private Check duration(Protocol protocol, String basis) {
        String found = "about " + Amounts.duration(estimate.duration())
                + (estimate.longest().equals(estimate.duration())
                        ? ""
                        : ", at most " + Amounts.duration(estimate.longest()));
        Optional<String> limit = protocol.budget().map(most -> Amounts.duration(most) + " of budget");
        return limit.isPresent() && protocol.budget().orElseThrow().compareTo(estimate.duration()) < 0
                ? Check.warning(
                        "duration",
                        found,
                        limit.get(),
                        "The budget ends before all forks are made: raise it, or measure fewer cells.")
                : new Check("duration", Check.Level.OK, found, limit, Optional.of(basis), Optional.empty());
    }

    private static List<KnownDataset> needed(PlannedMatrix matrix, Map<String, KnownDataset> known) {
        return matrix.plan().cells().stream()
                .flatMap(c -> c.cell().get(Axis.DATASET.key()).stream())
                .distinct()
                .flatMap(name -> Optional.ofNullable(known.get(name)).stream())
                .toList();
    }
}
