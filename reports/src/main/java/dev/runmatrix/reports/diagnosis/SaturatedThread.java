// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** P1: one thread is on a processor nearly all of the time, while further cores and workers have nothing to do. */
final class SaturatedThread implements Rule {

    /** Share of the wall time on a processor. */
    static final double SATURATED = 0.85;

    /** Cores that the program's own threads use at most beside it, where few workers are asked for. */
    private static final double FEW_CORES = 1.15;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<Finding> each = run.cells().stream()
                .flatMap(cell -> Measured.of(cell).stream())
                .filter(cell -> Parallelism.of(run, cell)
                        .filter(use -> isSaturated(cell, use))
                        .isPresent())
                .map(cell -> finding(run, cell))
                .toList();
        return Alike.together(run, each);
    }

    private static boolean isSaturated(Measured cell, Parallelism use) {
        double most = Math.max(FEW_CORES, Parallelism.FULL * use.usable());
        return cell.holds(fork -> Measured.workCores(fork) <= most && !use.tooFewChunks(fork))
                && cell.holds(fork -> ThreadShares.of(fork, use.workers())
                        .filter(shares -> shares.busiestShare() >= SATURATED && !isOneOfThePool(shares, use))
                        .isPresent());
    }

    /**
     * A thread whose like ended early has more to do than they, and one that is alone of its pool got all the work: neither
     * is a stage that others wait for.
     */
    private static boolean isOneOfThePool(ThreadShares shares, Parallelism use) {
        return shares.someEndedEarly() || use.tooFewPieces(shares);
    }

    private static Finding finding(RunFacts run, Measured cell) {
        OptionalInt workers =
                Parallelism.of(run, cell).map(Parallelism::workers).orElse(OptionalInt.empty());
        Optional<ThreadShares> shares = ThreadShares.of(cell.shown(), workers);
        double share = shares.map(ThreadShares::busiestShare).orElse(0.0);
        String name = shares.map(s -> s.busiest().name()).orElse("");
        return new FindingDraft(
                        RuleId.P1,
                        List.of(cell),
                        "In " + cell.name() + " one thread is busy " + Units.percent(share) + " of the wall time, and "
                                + Units.cores(cell.cores()) + " cores are used in all")
                .seen(Text.of("Thread ")
                        .code(name)
                        .plain(" was on a processor for " + Units.percent(share) + " of "
                                + Phrases.seconds(cell.wallSeconds()) + " (threshold: "
                                + Units.percent(SATURATED) + " of it); the process used " + Units.cores(cell.cores())
                                + " of " + Units.grantedCores(run.grantedCores()) + " granted cores" + asked(workers)
                                + "."))
                .cause(
                        Confidence.LIKELY,
                        Text.of("A serial stage: what the thread ")
                                .code(name)
                                .plain(" does is not shared, and the others wait for it."))
                .fix(Phrases.profile(cell))
                .evidence("CPU time of each thread of " + cell.name() + ".")
                .refutedBy("a run of the same cell in which that thread waits for more than "
                        + Units.percent(1 - SATURATED) + " of the wall time.")
                .measures(
                        Measure.of("share of the wall time of thread " + name, cell.name(), share, Unit.SHARE)
                                .atLeast(SATURATED),
                        Measure.of("cores used", cell.name(), cell.cores(), Unit.CORES),
                        Measure.of("wall", cell.name(), cell.wallSeconds(), Unit.SECONDS))
                .finding();
    }

    private static String asked(OptionalInt workers) {
        return workers.isPresent() ? " with " + Units.counted(workers.getAsInt(), "worker", "workers") : "";
    }
}
