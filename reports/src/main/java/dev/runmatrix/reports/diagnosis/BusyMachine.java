// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.statistics.Contamination;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;

/** N1: other programs or the hypervisor took processor time from forks that the numbers of a cell rest on. */
final class BusyMachine implements Rule {

    private static final double SOME_FORKS = 1.0 / 3;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> busy =
                run.cells().stream().filter(cell -> isBusy(run, cell)).toList();
        return CellGroup.together(busy, cell -> foreign(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    /** Whether enough of its forks were disturbed to speak for all. */
    static boolean isBusy(RunFacts run, CellFacts cell) {
        long disturbed = disturbed(run, cell);
        return disturbed > 0
                && (cell.cell().state() == CellState.CONTAMINATED
                        || disturbed >= SOME_FORKS * cell.forks().size());
    }

    private static long disturbed(RunFacts run, CellFacts cell) {
        return cell.forks().stream()
                .map(fork -> run.around(cell, fork))
                .filter(BusyMachine::isDisturbed)
                .count();
    }

    private static boolean isDisturbed(Surroundings around) {
        return around.foreignCores()
                        .filter(c -> c > Contamination.MAX_FOREIGN_CORES)
                        .isPresent()
                || around.steal().filter(s -> s > Contamination.MAX_STEAL).isPresent();
    }

    private static double foreign(RunFacts run, CellFacts cell) {
        return run.around(cell, Surroundings::foreignCores).orElse(0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double foreign = foreign(run, main);
        double steal = run.around(main, Surroundings::steal).orElse(0);
        boolean others = foreign > Contamination.MAX_FOREIGN_CORES || steal <= Contamination.MAX_STEAL;
        String title = others
                ? "Other programs used the machine while " + group.told() + group.verb(" was", " were") + " measured"
                : "The hypervisor took processor time while " + group.told() + group.verb(" was", " were")
                        + " measured";
        return FindingDraft.of(RuleId.N1, group.names(), Confidence.DATA_QUALITY, title)
                .seen(seen(run, group))
                .cause(
                        others
                                ? "Programs other than the measured one and the harness ran at the same time: what they use, the "
                                        + "measured one waits for."
                                : "Something outside of this machine uses the processors that it runs on.")
                .fix(
                        "Measure on a quiet machine, or judge by CPU seconds, which other programs change less. A wall time of "
                                + "these cells proves nothing.")
                .evidence(
                        "Busy time of all processors without that of the fork and the harness; the steal counter of the kernel.")
                .refutedBy("forks on a quiet machine with the same wall times.")
                .measures(measures(run, main))
                .finding();
    }

    private static Text seen(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        List<String> parts = new ArrayList<>();
        run.around(main, Surroundings::foreignCores)
                .ifPresent(cores -> parts.add(Units.cores(cores) + " cores used by other programs (limit "
                        + Units.cores(Contamination.MAX_FOREIGN_CORES) + ")"));
        run.around(main, Surroundings::steal)
                .ifPresent(steal -> parts.add(Units.percent(steal) + " of capacity stolen (limit "
                        + Units.percent(Contamination.MAX_STEAL) + " of it)"));
        run.around(main, Surroundings::runQueue)
                .ifPresent(wait -> parts.add("its threads waited for a processor for " + Units.percent(wait)
                        + " of the time of the workers"));
        String disturbed = "Disturbed: " + disturbed(run, main) + " of "
                + Units.counted(main.forks().size(), "fork", "forks");
        return Text.of(
                parts.isEmpty()
                        ? disturbed + " of " + main.name() + "."
                        : "In the median of " + main.name() + ": " + String.join(", ", parts) + ". " + disturbed + ".");
    }

    private static List<Measure> measures(RunFacts run, CellFacts main) {
        List<Measure> measures = new ArrayList<>();
        run.around(main, Surroundings::foreignCores)
                .ifPresent(cores ->
                        measures.add(Measure.of("cores of other programs", main.name(), cores, Measure.Unit.CORES)
                                .atLeast(Contamination.MAX_FOREIGN_CORES)));
        run.around(main, Surroundings::steal)
                .ifPresent(steal -> measures.add(Measure.of("stolen capacity", main.name(), steal, Measure.Unit.SHARE)
                        .atLeast(Contamination.MAX_STEAL)));
        run.around(main, Surroundings::runQueue)
                .ifPresent(wait ->
                        measures.add(Measure.of("waiting for a processor", main.name(), wait, Measure.Unit.SHARE)));
        measures.add(Measure.of("disturbed forks", main.name(), (double) disturbed(run, main), Measure.Unit.COUNT)
                .atLeast(SOME_FORKS * main.forks().size()));
        measures.add(Measure.of("forks", main.name(), main.forks().size(), Measure.Unit.COUNT));
        return measures;
    }
}
