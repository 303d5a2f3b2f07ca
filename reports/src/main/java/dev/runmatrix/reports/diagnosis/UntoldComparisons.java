// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.statistics.ForksNeeded;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.PooledSpread;
import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.Verdict;
import dev.runmatrix.reports.words.MetricWords;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** D1: cells whose forks do not tell whether they are faster or slower than the reference. */
final class UntoldComparisons implements Rule {

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> untold = run.cells().stream()
                .filter(cell -> comparison(run, cell)
                        .filter(c -> c.verdict() == Verdict.CANNOT_TELL)
                        .isPresent())
                .toList();
        return CellGroup.together(untold, cell -> halfWidth(run, cell)).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static Optional<Comparison> comparison(RunFacts run, CellFacts cell) {
        return run.run().comparison(cell.cell());
    }

    private static Optional<Interval> interval(RunFacts run, CellFacts cell) {
        return comparison(run, cell).map(Comparison::ratio).flatMap(Ratio::interval);
    }

    /** Of the interval of the logarithm of the ratio, about a share. */
    private static double halfWidth(RunFacts run, CellFacts cell) {
        return interval(run, cell).map(i -> Math.log(i.high() / i.low()) / 2).orElse(0.0);
    }

    /** Forks of each of the two with which a difference of the practical threshold could be told. */
    private static OptionalInt needed(RunFacts run, CellFacts cell) {
        Optional<double[]> own = cell.numbers().map(numbers -> numbers.wallSeconds());
        Optional<double[]> other =
                run.run().reference().flatMap(CellAnalysis::numbers).map(numbers -> numbers.wallSeconds());
        return own.flatMap(a -> other.map(b -> PooledSpread.of(a, b)))
                .filter(spread -> spread.isPresent() && spread.getAsDouble() > 0)
                .map(spread -> OptionalInt.of(ForksNeeded.forTolerance(spread.getAsDouble(), Comparison.THRESHOLD)))
                .orElse(OptionalInt.empty());
    }

    private static Stream<CellNumbers> both(RunFacts run, CellFacts cell) {
        return Stream.concat(cell.numbers().stream(), run.run().reference().flatMap(CellAnalysis::numbers).stream());
    }

    /** Forks of the one of the two that has fewer. */
    private static int fewest(RunFacts run, CellFacts cell) {
        return both(run, cell).mapToInt(CellNumbers::n).min().orElse(0);
    }

    private static boolean isDisturbed(RunFacts run, CellFacts cell) {
        return both(run, cell).anyMatch(CellNumbers::provisional);
    }

    private static String why(RunFacts run, CellFacts cell) {
        if (isDisturbed(run, cell)) {
            return "too few forks of one of the two were undisturbed.";
        }
        boolean clear = interval(run, cell).filter(i -> !i.contains(1)).isPresent();
        return clear
                ? "clear of 1, but neither within 5 % of it nor beyond."
                : "neither within 5 % of it nor clear of 1.";
    }

    private static String cause(RunFacts run, CellFacts cell) {
        return isDisturbed(run, cell)
                ? "Forks that other programs disturbed tell nothing of small differences."
                : "Too few forks for how far they lie apart.";
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        String reference = run.run().reference().map(CellAnalysis::name).orElse("");
        double ratio = comparison(run, main).orElseThrow().ratio().estimate();
        OptionalInt needed = needed(run, main);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("wall \u00f7 wall of " + reference, main.name(), ratio, Measure.Unit.RATIO));
        interval(run, main).ifPresent(i -> {
            measures.add(Measure.of("lower end", main.name(), i.low(), Measure.Unit.RATIO));
            measures.add(Measure.of("upper end", main.name(), i.high(), Measure.Unit.RATIO));
        });
        needed.ifPresent(n -> measures.add(Measure.of("forks needed of each", main.name(), n, Measure.Unit.COUNT)));
        String told =
                interval(run, main).map(i -> " " + MetricWords.interval(i)).orElse("");
        return FindingDraft.of(
                        RuleId.D1,
                        group.names(),
                        Confidence.DATA_QUALITY,
                        "This run cannot tell whether " + group.told() + group.verb(" is", " are")
                                + " faster or slower than " + reference)
                .seen(Text.of("The wall time of " + main.name() + " is " + MetricWords.ratio(ratio) + told + " that of "
                        + reference + (group.cells().size() > 1 ? ", the widest interval of these: " : ": ")
                        + why(run, main)))
                .cause(cause(run, main))
                .fix(
                        needed.isPresent() && needed.getAsInt() > fewest(run, main)
                                ? "About " + Units.counted(needed.getAsInt(), "fork", "forks")
                                        + " of each would tell a difference of 5 % of the wall time."
                                : "Measure more forks.")
                .measures(measures)
                .finding();
    }
}
