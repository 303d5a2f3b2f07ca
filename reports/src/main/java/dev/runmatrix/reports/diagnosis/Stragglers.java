// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ThreadTimes;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;

/** B1: some workers have more to do than others, which are done early and then wait. */
final class Stragglers implements Rule {

    /** CPU time of the busiest worker ÷ mean of all. */
    private static final double UNEVEN = 1.3;

    /** Share of the wall time between the end of the first worker and that of the last. */
    private static final double LONG_TAIL = 0.15;

    /** Uneven workers cost nothing while the cores are busy all the same. */
    private static final double STILL_FULL = 0.85;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<Finding> each = run.cells().stream()
                .flatMap(cell -> Measured.of(cell).stream())
                .filter(Measured::isUndisturbed)
                .flatMap(cell ->
                        Parallelism.of(run, cell)
                                .filter(use -> holds(cell, use))
                                .flatMap(use -> finding(cell, use))
                                .stream())
                .toList();
        return Alike.together(run, each);
    }

    private static boolean holds(Measured cell, Parallelism use) {
        return cell.holds(fork -> Measured.workCores(fork) < STILL_FULL * use.usable())
                && cell.holds(fork -> !use.tooFewChunks(fork))
                && cell.holds(fork -> ThreadShares.of(fork, use.workers())
                        .filter(Stragglers::isUneven)
                        .isPresent());
    }

    /** Without a tail, workers that did less had less to do all along: they waited, which is another cause. */
    private static boolean isUneven(ThreadShares shares) {
        return shares.alike().size() > 1
                && (shares.tailShare() >= LONG_TAIL || (shares.imbalance() >= UNEVEN && shares.someEndedEarly()));
    }

    private static Optional<Finding> finding(Measured cell, Parallelism use) {
        return ThreadShares.of(cell.shown(), use.workers()).map(shares -> finding(cell, use, shares));
    }

    private static Finding finding(Measured cell, Parallelism use, ThreadShares shares) {
        ThreadTimes least = shares.alike().get(shares.alike().size() - 1);
        double most = shares.seconds(shares.busiest());
        return new FindingDraft(
                        RuleId.B1,
                        List.of(cell),
                        "In " + cell.name() + " the busiest worker does " + Units.ratio(shares.imbalance())
                                + " the work of the mean one, and the first to end waits "
                                + Phrases.seconds(shares.tailSeconds()) + " for the last")
                .seen(Text.of("CPU time of the " + Units.counted(shares.alike().size(), "worker", "workers")
                                + " that had work: " + Units.seconds(shares.seconds(least)) + " to "
                                + Units.coreSeconds(most) + "; busiest \u00f7 mean ")
                        .strong(Units.ratio(shares.imbalance()))
                        .plain(" (threshold " + Units.ratio(UNEVEN)
                                + "). From the end of the first worker to that of the"
                                + " last: " + Units.percent(shares.tailShare()) + " of "
                                + Phrases.seconds(cell.wallSeconds()) + " (threshold " + Units.percent(LONG_TAIL)
                                + " of it). " + Units.cores(cell.cores()) + " of "
                                + Units.grantedCores(use.usable()) + " cores were used."))
                .cause(
                        Confidence.LIKELY,
                        Text.of("The work is split unevenly: ")
                                .code(shares.busiest().name())
                                .plain(" still had some when others had none left."))
                .fix(Text.of("Smaller pieces that workers take as they become free, the largest first. "
                        + "None measured in this run."))
                .evidence("CPU time and end of each worker of " + cell.name() + ".")
                .refutedBy("workers that end together in a repeat of " + cell.name()
                        + ", or the same tail with an even split.")
                .measures(
                        Measure.of("CPU time, busiest \u00f7 mean worker", cell.name(), shares.imbalance(), Unit.RATIO)
                                .atLeast(UNEVEN),
                        Measure.of("tail, share of the wall time", cell.name(), shares.tailShare(), Unit.SHARE)
                                .atLeast(LONG_TAIL),
                        Measure.of("tail", cell.name(), shares.tailSeconds(), Unit.SECONDS),
                        Measure.of("CPU time of the busiest worker", cell.name(), most, Unit.CORE_SECONDS),
                        Measure.of(
                                "CPU time of the least busy worker",
                                cell.name(),
                                shares.seconds(least),
                                Unit.CORE_SECONDS),
                        Measure.of("cores used", cell.name(), cell.cores(), Unit.CORES)
                                .atMost(STILL_FULL * use.usable()))
                .finding();
    }
}
