// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;

/** N1, seen in the results: wall times spread and CPU seconds do not, while threads wait for a processor. */
final class UnevenWaiting implements Rule {

    private static final double UNEVEN = 0.10;

    /** The most that CPU seconds may spread by, a share of the spread of the wall times. */
    private static final double EVEN = 0.5;

    private static final double WAITING = 0.10;
    private static final double THROTTLED = 0.02;

    /** Shorter forks differ by how long their JVM takes to start and compile. */
    private static final double LEAST_WALL_SECONDS = 1;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> uneven = run.cells().stream()
                .filter(cell -> Spread.of(cell).filter(UnevenWaiting::isWaiting).isPresent())
                .filter(cell -> cell.holds(fork -> fork.times().wallSeconds() >= LEAST_WALL_SECONDS))
                .filter(cell -> waits(run, cell))
                .filter(cell -> !BusyMachine.isBusy(run, cell))
                .toList();
        return CellGroup.together(uneven, UnevenWaiting::wallSpread).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isWaiting(Spread spread) {
        return spread.wall() > UNEVEN && spread.cpu() < EVEN * spread.wall();
    }

    /** More workers than cores wait for each other, and a group that is held back waits for its quota. */
    private static boolean waits(RunFacts run, CellFacts cell) {
        return cell.workers() <= run.grantedCores()
                && run.around(cell, Surroundings::runQueue).orElse(0) > WAITING
                && run.around(cell, Surroundings::throttled).orElse(0) < THROTTLED;
    }

    private static double wallSpread(CellFacts cell) {
        return Spread.of(cell).map(Spread::wall).orElse(0.0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        Spread spread = Spread.of(main).orElseThrow();
        double waiting = run.around(main, Surroundings::runQueue).orElse(0);
        return FindingDraft.of(
                        RuleId.N1,
                        group.names(),
                        Confidence.DATA_QUALITY,
                        "Wall times of " + group.told() + " spread, and their CPU seconds do not")
                .seen(Text.of("In " + main.name() + " wall times spread by " + Units.percent(spread.wall())
                        + " of their size (limit " + Units.percent(UNEVEN) + " of it), CPU seconds by "
                        + Units.percent(spread.cpu()) + " of theirs; threads waited for a processor for "
                        + Units.percent(waiting) + " of the time of the workers (limit " + Units.percent(WAITING)
                        + " of it)."))
                .cause("Consistent with bursts of other work that the mean of a fork does not show.")
                .fix("Measure on a quiet machine, or judge by CPU seconds.")
                .refutedBy("forks on a quiet machine with the same spread.")
                .measures(List.of(
                        Measure.of("spread of wall times", main.name(), spread.wall(), Measure.Unit.SHARE)
                                .atLeast(UNEVEN),
                        Measure.of("spread of CPU seconds", main.name(), spread.cpu(), Measure.Unit.SHARE)
                                .atMost(EVEN * spread.wall()),
                        Measure.of("waiting for a processor", main.name(), waiting, Measure.Unit.SHARE)
                                .atLeast(WAITING)))
                .finding();
    }
}
