// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;

/** N2: the same work costs other CPU seconds each time, although nothing else is seen to run. */
final class HiddenNoise implements Rule {

    private static final double UNEVEN = 0.08;
    private static final double QUIET_CORES = 0.1;
    private static final double QUIET_STEAL = 0.01;

    /** Below a second, a tick of the kernel's clock (10 ms) is more than a hundredth of it. */
    private static final double LEAST_CPU_SECONDS = 1;

    private static final int LEAST_FORKS = 6;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> uneven =
                run.cells().stream().filter(cell -> isUneven(run, cell)).toList();
        return CellGroup.together(uneven, HiddenNoise::cpuSpread).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static boolean isUneven(RunFacts run, CellFacts cell) {
        return cell.forks().size() >= LEAST_FORKS
                && cpuSpread(cell) > UNEVEN
                && cell.holds(fork -> fork.times().cpuSeconds() >= LEAST_CPU_SECONDS)
                && cell.holds(fork -> isQuiet(run.around(cell, fork)));
    }

    private static boolean isQuiet(Surroundings around) {
        return around.foreignCores().filter(cores -> cores < QUIET_CORES).isPresent()
                && around.steal().filter(steal -> steal < QUIET_STEAL).isPresent();
    }

    private static double cpuSpread(CellFacts cell) {
        return Spread.of(cell).map(Spread::cpu).orElse(0.0);
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        Optional<Spread> spread = Spread.of(main);
        double foreign = run.around(main, Surroundings::foreignCores).orElse(0);
        double steal = run.around(main, Surroundings::steal).orElse(0);
        return FindingDraft.of(
                        RuleId.N2,
                        group.names(),
                        Confidence.DATA_QUALITY,
                        "CPU seconds of " + group.told() + " differ from fork to fork, and no disturbance is seen")
                .seen(Text.of("In " + main.name() + " CPU seconds spread by "
                        + Units.percent(cpuSpread(main)) + " of their size (limit " + Units.percent(UNEVEN)
                        + " of it), while other programs used " + Units.cores(foreign)
                        + " cores and the hypervisor took " + Units.percent(steal) + " of capacity."))
                .cause(
                        "Consistent with a host that this machine does not see: its clock, its caches, a neighbour on the same "
                                + "core.")
                .fix(
                        "Compare interleaved forks, never runs of different times; or measure on another class of machines.")
                .refutedBy("the same spread on a machine that nobody shares.")
                .measures(List.of(
                        Measure.of("spread of CPU seconds", main.name(), cpuSpread(main), Measure.Unit.SHARE)
                                .atLeast(UNEVEN),
                        Measure.of(
                                "spread of wall times",
                                main.name(),
                                spread.map(Spread::wall).orElse(0.0),
                                Measure.Unit.SHARE),
                        Measure.of("cores of other programs", main.name(), foreign, Measure.Unit.CORES)
                                .atMost(QUIET_CORES),
                        Measure.of("stolen capacity", main.name(), steal, Measure.Unit.SHARE)
                                .atMost(QUIET_STEAL)))
                .finding();
    }
}
