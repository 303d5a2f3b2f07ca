// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** P2: cores and workers are there, and are not used, without one of the causes that come before. */
final class IdleWorkers implements Rule {

    private static final double MUCH_IO = 0.15;
    private static final double MUCH_GARBAGE = 0.1;
    private static final double MUCH_COMPILING = 0.2;

    /** Share of the workers' time in the run queue from which on it is processors that are missing, not work. */
    private static final double MUCH_QUEUED = 0.15;

    /** Share of the workers' time from which on waiting explains the missing cores. */
    private static final double MUCH_WAITING = 0.3;

    private static final double MORE_CORES = 1.3;

    /** Pieces for each worker with which the last ones do not matter. */
    private static final int PIECES_EACH = 4;

    private static final List<Rule> BEFORE = List.of(new SaturatedThread(), new Stragglers());

    @Override
    public List<Finding> judge(RunFacts run) {
        Set<String> explained = BEFORE.stream()
                .flatMap(rule -> rule.judge(run).stream())
                .flatMap(finding -> finding.cells().stream())
                .collect(Collectors.toSet());
        List<AxisSeries> chunks = AxisSeries.ofChunks(run);
        List<Finding> each = run.cells().stream()
                .flatMap(cell -> Measured.of(cell).stream())
                .filter(cell -> cell.isUndisturbed() && !explained.contains(cell.name()))
                .filter(cell -> cell.facts().cell().planned().requestedWorkers() > 1
                        || Setting.workers(cell.facts()).isEmpty())
                .flatMap(cell ->
                        Parallelism.of(run, cell)
                                .filter(use -> holds(cell, use))
                                .map(use -> finding(cell, use, chunks))
                                .stream())
                .toList();
        return Alike.together(run, each);
    }

    private static boolean holds(Measured cell, Parallelism use) {
        return cell.holds(fork -> Measured.workCores(fork) < Parallelism.FULL * use.usable()
                && fork.pauseShare().orElse(0.0) < MUCH_GARBAGE
                && fork.compilerShare().orElse(0.0) < MUCH_COMPILING
                && fork.noise().flatMap(NoiseEvidence::ioWaitFraction).orElse(0.0) < MUCH_IO
                && WorkerTime.of(fork, use.working())
                        .filter(time -> time.queuedShare() > MUCH_QUEUED)
                        .isEmpty());
    }

    private static Finding finding(Measured cell, Parallelism use, List<AxisSeries> chunks) {
        String usable = Units.grantedCores(use.usable());
        double own = Measured.workCores(cell.shown());
        FindingDraft draft = new FindingDraft(
                        RuleId.P2,
                        List.of(cell),
                        cell.name() + " used " + Units.cores(cell.cores()) + " of " + usable
                                + " cores that its workers could use")
                .seen(Text.of(Units.counted(use.working(), "worker", "workers") + " on "
                                + Units.grantedCores(use.granted()) + " granted cores used ")
                        .strong(Units.cores(cell.cores()))
                        .plain(" for " + Phrases.seconds(cell.wallSeconds()) + ", " + Units.cores(own)
                                + " of them for work of their own (threshold "
                                + Units.cores(Parallelism.FULL * use.usable()) + ")."))
                .measures(
                        Measure.of("cores used, without garbage collection and compilers", cell.name(), own, Unit.CORES)
                                .atMost(Parallelism.FULL * use.usable()),
                        Measure.of("cores used", cell.name(), cell.cores(), Unit.CORES),
                        Measure.of("wall", cell.name(), cell.wallSeconds(), Unit.SECONDS));
        if (cell.holds(use::tooFewChunks)) {
            return tooFew(draft, cell, use, chunks);
        }
        return waiting(draft, cell, use);
    }

    private static Finding tooFew(FindingDraft draft, Measured cell, Parallelism use, List<AxisSeries> all) {
        long chunks = cell.shown().detail().map(RegionDetail::chunks).orElse(0L);
        draft.measures(
                Measure.of("chunks", cell.name(), (double) chunks, Unit.COUNT).atMost(use.working() - 1.0));
        Text cause = Text.of("Too few chunks: " + Units.counted(chunks, "chunk", "chunks") + " for "
                + Units.counted(use.working(), "worker", "workers") + ".");
        Optional<Contrast> smaller = smallerChunks(cell, all);
        draft.cause(smaller.isPresent() ? Confidence.CONFIRMED : Confidence.LIKELY, cause)
                .refutedBy(
                        "a cell with a smaller chunk_size, at least a chunk for each worker, and no more cores used.");
        if (smaller.isEmpty()) {
            return draft.fix(smallerChunk(cell, use))
                    .evidence("Chunks counted in " + cell.name() + ".")
                    .finding();
        }
        Contrast contrast = smaller.get();
        return draft.confirmedBy(contrast.cell())
                .fix(Text.empty()
                        .code(CellLabels.CHUNK_SIZE + ": "
                                + Setting.number(contrast.cell().facts(), CellLabels.CHUNK_SIZE)
                                        .orElse(0))
                        .plain(": " + Phrases.against(contrast.cell(), cell) + " in "
                                + contrast.cell().name() + "."))
                .evidence(contrast.cell().name() + " differs in this setting alone: "
                        + Units.cores(contrast.cell().cores()) + " cores, " + Phrases.decomposition(contrast)
                        + Phrases.outputs(contrast.cell(), cell) + ".")
                .gain(contrast.gain())
                .measures(Phrases.ratios(contrast))
                .finding();
    }

    private static Text smallerChunk(Measured cell, Parallelism use) {
        long pieces = (long) PIECES_EACH * use.working();
        return cell.rows()
                .filter(rows ->
                        Setting.number(cell.facts(), CellLabels.CHUNK_SIZE).isPresent())
                .map(rows -> Text.empty()
                        .code(CellLabels.CHUNK_SIZE + ": " + Math.max(1, rows / pieces))
                        .plain(" gives " + PIECES_EACH + " chunks a worker; no cell of this run measured it."))
                .orElse(Phrases.none());
    }

    private static Optional<Contrast> smallerChunks(Measured cell, List<AxisSeries> all) {
        OptionalLong own = Setting.number(cell.facts(), CellLabels.CHUNK_SIZE);
        return all.stream()
                .map(AxisSeries::points)
                .filter(points ->
                        points.stream().anyMatch(point -> point.cell().name().equals(cell.name())))
                .flatMap(List::stream)
                .filter(point -> point.value() < own.orElse(0))
                .map(point -> Contrast.of(point.cell(), cell))
                .filter(contrast -> contrast.isConclusive() && contrast.cores() >= MORE_CORES)
                .min((one, other) -> Double.compare(one.wall(), other.wall()));
    }

    private static Finding waiting(FindingDraft draft, Measured cell, Parallelism use) {
        Optional<WorkerTime> time = WorkerTime.of(cell.shown(), use.working());
        draft.fix(Phrases.profile(cell))
                .evidence("CPU time and run queue of " + cell.name() + ".")
                .refutedBy("a repeat of " + cell.name() + " that uses at least "
                        + Units.cores(Parallelism.FULL * use.usable()) + " cores.");
        time.ifPresent(told -> draft.measures(
                Measure.of("share of the workers' time spent waiting", cell.name(), told.waitingShare(), Unit.SHARE)
                        .atLeast(MUCH_WAITING),
                Measure.of("time in the run queue", cell.name(), told.queuedSeconds(), Unit.SECONDS),
                Measure.of("waiting, all workers", cell.name(), told.waitingSeconds(), Unit.SECONDS)));
        boolean waits = cell.holds(fork -> WorkerTime.of(fork, use.working())
                .filter(told -> told.waitingShare() >= MUCH_WAITING)
                .isPresent());
        time.filter(told -> waits).ifPresent(told -> draft.cause(Confidence.LIKELY, waitingCause(told)));
        return draft.finding();
    }

    private static Text waitingCause(WorkerTime time) {
        return Text.of("The workers waited for one another or for something to do: "
                + Phrases.seconds(time.waitingSeconds()) + " of the " + Phrases.seconds(time.totalSeconds())
                + " of all of them was neither CPU time nor run queue (" + Phrases.seconds(time.queuedSeconds())
                + "). For what is not established.");
    }
}
