// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** N3: the control group had used up its quota of processor time, and was held back. */
final class Throttling implements Rule {

    /** Processors on which it is held back, on average over the wall: the kernel adds the time over processors. */
    private static final double HELD_BACK = 0.02;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> held = run.cells().stream()
                .filter(cell -> cell.holds(fork -> run.around(cell, fork)
                        .throttled()
                        .filter(cores -> cores > HELD_BACK)
                        .isPresent()))
                .toList();
        return CellGroup.together(held, cell -> held(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static double held(RunFacts run, CellFacts cell) {
        return run.around(cell, Surroundings::throttled).orElse(0);
    }

    private static OptionalDouble periods(CellFacts cell) {
        return cell.median(
                fork -> fork.noise().flatMap(NoiseEvidence::throttledPeriods).map(Long::doubleValue));
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        double granted = run.grantedCores();
        int logical = run.run().run().environment().logicalCpus();
        double cores = main.median(fork -> Optional.of(fork.times().cores())).orElse(0);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("cores held back, on average", main.name(), held(run, main), Measure.Unit.CORES)
                .atLeast(HELD_BACK));
        periods(main)
                .ifPresent(count ->
                        measures.add(Measure.of("periods held back in", main.name(), count, Measure.Unit.COUNT)));
        measures.add(Measure.of("cores used", main.name(), cores, Measure.Unit.CORES));
        measures.add(Measure.of("cores granted", main.name(), granted, Measure.Unit.CORES));
        measures.add(Measure.of("cores of the machine", main.name(), logical, Measure.Unit.CORES));
        String periods = periods(main).isPresent()
                ? ", in " + Units.count(Math.round(periods(main).orElse(0))) + " scheduling periods of its "
                        + Units.seconds(main.median(fork -> Optional.of(fork.processSeconds()))
                                .orElse(0))
                        + Units.SPACE + "s (a period is 100" + Units.SPACE + "ms as a rule)"
                : "";
        return FindingDraft.of(
                        RuleId.N3,
                        group.names(),
                        Confidence.DATA_QUALITY,
                        "The control group held " + group.told() + " back: the quota of processor time was used up")
                .seen(Text.of("In " + main.name() + " it was held back on " + Units.cores(held(run, main))
                        + " processors on average (limit " + Units.cores(HELD_BACK) + ")" + periods + "; it used "
                        + Units.cores(cores) + " cores of " + Units.grantedCores(granted) + " granted, the machine has "
                        + logical + "."))
                .cause(
                        granted < logical
                                ? "A quota of " + Units.grantedCores(granted) + (granted == 1 ? " core" : " cores")
                                        + ", below what the threads of the process ask for."
                                : "A quota below what the threads of the process ask for; how large it is is not seen here.")
                .fix(granted < logical ? fewer(granted) : Text.of("Raise the quota, or use fewer workers."))
                .evidence(
                        "Counters of the control group: throttled periods, and throttled time, added over processors, \u00f7 wall.")
                .refutedBy("the same wall time in a group without a quota.")
                .measures(measures)
                .finding();
    }

    private static Text fewer(double granted) {
        return Text.of("Raise the quota, or set ")
                .code("max_workers")
                .plain(" to " + Math.max(1, (long) Math.floor(granted))
                        + ", so that threads do not use up in a burst what the period grants.");
    }
}
