// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;

/** S2: forks so short that what was sampled of them, and their CPU time, is coarse. */
final class ShortForks implements Rule {

    private static final int SAMPLES = 20;

    /** A hundred ticks of the kernel's clock: CPU time is then known to a hundredth. */
    private static final double CPU_SECONDS = 1;

    @Override
    public List<Finding> judge(RunFacts run) {
        double period = run.run().spec().protocol().samplePeriod().toMillis() / 1e3;
        List<CellFacts> brief = run.cells().stream()
                .filter(cell -> cell.holds(fork ->
                        fork.processSeconds() < SAMPLES * period || fork.times().cpuSeconds() < CPU_SECONDS))
                .toList();
        return CellGroup.together(brief, cell -> -cpu(cell)).stream()
                .map(group -> finding(group, period))
                .toList();
    }

    private static double cpu(CellFacts cell) {
        return cell.median(fork -> Optional.of(fork.times().cpuSeconds())).orElse(0);
    }

    private static Finding finding(CellGroup group, double period) {
        CellFacts main = group.main();
        double life = main.median(fork -> Optional.of(fork.processSeconds())).orElse(0);
        return FindingDraft.of(
                        RuleId.S2,
                        group.names(),
                        Confidence.DATA_QUALITY,
                        "Forks of " + group.told() + " are too short for exact samples")
                .seen(Text.of("Those of " + main.name() + " lived for " + Units.secondsWithUnit(life) + ", "
                        + Units.counted(Math.round(life / period), "sample", "samples") + " (limit " + SAMPLES
                        + "), and used "
                        + Units.coreSeconds(cpu(main)) + " (limit " + Units.coreSeconds(CPU_SECONDS) + ")."))
                .cause("CPU time is counted in steps of 10 ms, memory is looked at every "
                        + Units.secondsWithUnit(period) + ".")
                .fix("Take small differences in CPU seconds and cores of these cells for none; measure a larger input.")
                .measures(List.of(
                        Measure.of("CPU seconds", main.name(), cpu(main), Measure.Unit.CORE_SECONDS)
                                .atMost(CPU_SECONDS),
                        Measure.of("life of a fork", main.name(), life, Measure.Unit.SECONDS)
                                .atMost(SAMPLES * period)))
                .finding();
    }
}
