// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** S1: the program is hardly under way when it ends, so that its times tell of the start of a JVM. */
final class StartUpBound implements Rule {

    private static final double COMPILING = 0.20;

    /** In a longer run the code that matters is compiled soon, unless compiling is most of what is done. */
    private static final double SHORT_SECONDS = 2;

    private static final double MOSTLY_COMPILING = 0.35;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> bound = run.cells().stream()
                .filter(cell -> cell.holds(StartUpBound::isBound))
                .toList();
        return CellGroup.together(bound, StartUpBound::compiling).stream()
                .map(StartUpBound::finding)
                .toList();
    }

    /** Whether a fork ended while its code was still being compiled. */
    static boolean isBound(ForkFacts fork) {
        double limit = limit(fork.times().wallSeconds());
        return fork.compilerShare().filter(share -> share > limit).isPresent();
    }

    private static double limit(double wallSeconds) {
        return wallSeconds < SHORT_SECONDS ? COMPILING : MOSTLY_COMPILING;
    }

    private static double compiling(CellFacts cell) {
        return cell.median(ForkFacts::compilerShare).orElse(0);
    }

    private static Finding finding(CellGroup group) {
        CellFacts main = group.main();
        double wall =
                main.median(fork -> Optional.of(fork.times().wallSeconds())).orElse(0);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("CPU share of the compilers", main.name(), compiling(main), Measure.Unit.SHARE)
                .atLeast(limit(wall)));
        measures.add(Measure.of("wall time", main.name(), wall, Measure.Unit.SECONDS));
        return FindingDraft.of(
                        RuleId.S1,
                        group.names(),
                        Confidence.LIKELY,
                        "Compiling machine code takes much of what " + group.told() + group.verb(" costs", " cost"))
                .seen(Text.of("In " + main.name() + " the compilers took " + Units.percent(compiling(main))
                        + " of CPU seconds (limit " + Units.percent(limit(wall)) + " of them) in a wall time of "
                        + Units.secondsWithUnit(wall) + "."))
                .cause("The input is so small that the program ends while its code is still being compiled.")
                .fix("Measure a larger input, and predict nothing from " + group.verb("this cell", "these cells") + ".")
                .evidence("Processor time of the threads of the compilers.")
                .refutedBy("a larger input with the same share of compilation.")
                .measures(measures)
                .finding();
    }
}
