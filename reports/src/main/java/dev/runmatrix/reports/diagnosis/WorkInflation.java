// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.diagnosis.AxisSeries.Point;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** P5: the same result takes more CPU seconds with more workers, and neither collector nor compilers are why. */
final class WorkInflation implements Rule {

    /** CPU time ÷ that with one worker. */
    private static final double INFLATED = 1.25;

    private static final long ONE_WORKER = 1;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<Finding> findings = new ArrayList<>();
        for (AxisSeries series : AxisSeries.ofWorkers(run)) {
            series.at(ONE_WORKER)
                    .map(Point::cell)
                    .flatMap(one -> among(series, one))
                    .ifPresent(findings::add);
        }
        return findings;
    }

    private static Optional<Finding> among(AxisSeries series, Measured one) {
        List<Measured> inflated = series.points().stream()
                .map(Point::cell)
                .filter(cell -> !cell.name().equals(one.name()) && isInflated(cell, one))
                .sorted(Comparator.comparingDouble((Measured cell) -> -ratio(cell, one)))
                .toList();
        return inflated.isEmpty() ? Optional.empty() : Optional.of(finding(inflated, one, series));
    }

    /** By the median, and no fork of the one may cost as little as one of the other. */
    private static boolean isInflated(Measured cell, Measured one) {
        double least = DoubleStream.of(cell.numbers().cpuSeconds()).min().orElse(0);
        double most = DoubleStream.of(one.numbers().cpuSeconds()).max().orElse(Double.MAX_VALUE);
        return one.medianCpuSeconds() > 0
                && ratio(cell, one) >= INFLATED
                && cell.medianCpuSeconds() / one.medianCpuSeconds() >= INFLATED
                && least > most
                && cell.isUndisturbed()
                && one.isUndisturbed();
    }

    /** Without collector and compilers where both are known, which both may well do more at a time with more workers. */
    private static double ratio(Measured cell, Measured one) {
        return isSplit(cell, one)
                ? cell.ownCpuSeconds().orElse(0) / one.ownCpuSeconds().orElse(1)
                : cell.medianCpuSeconds() / one.medianCpuSeconds();
    }

    private static boolean isSplit(Measured cell, Measured one) {
        return cell.ownCpuSeconds().isPresent() && one.ownCpuSeconds().orElse(0) > 0;
    }

    private static Finding finding(List<Measured> inflated, Measured one, AxisSeries series) {
        Measured cell = inflated.get(0);
        boolean split = isSplit(cell, one);
        double ratio = ratio(cell, one);
        String what = split ? "CPU time without garbage collection and compilers" : "CPU time";
        Contrast contrast = Contrast.of(cell, one);
        boolean confirmed = split && contrast.isConclusive();
        Optional<Contrast> better = better(cell, series);
        return new FindingDraft(
                        RuleId.P5,
                        inflated,
                        workers(cell) + " in " + cell.name() + " do " + Units.ratio(ratio) + " the CPU work of one in "
                                + one.name())
                .seen(Text.of("Median " + what + " of all forks: ")
                        .strong(Units.ratio(ratio))
                        .plain(" that of one worker (threshold " + Units.ratio(INFLATED) + "); shown forks: "
                                + Units.coreSeconds(cell.cpuSeconds()) + " against "
                                + Units.coreSeconds(one.cpuSeconds()) + "."))
                .cause(confirmed ? Confidence.CONFIRMED : Confidence.LIKELY, cause(split))
                .confirmedBy(confirmed ? Optional.of(one) : Optional.empty())
                .fix(fix(cell, better))
                .evidence(cell.name() + " and " + one.name() + " differ in their workers alone: "
                        + Phrases.decomposition(contrast) + Phrases.outputs(cell, one) + ".")
                .refutedBy("a repeat in which the two differ by less than " + Units.ratio(INFLATED) + " in CPU time.")
                .gain(better.flatMap(Contrast::gain))
                .measures(Measure.of(
                                "ratio of " + what + ", " + cell.name() + " \u00f7 " + one.name(),
                                cell.name(),
                                ratio,
                                Unit.RATIO)
                        .atLeast(INFLATED))
                .measures(
                        Measure.of("CPU time", cell.name(), cell.cpuSeconds(), Unit.CORE_SECONDS),
                        Measure.of("CPU time", one.name(), one.cpuSeconds(), Unit.CORE_SECONDS))
                .measures(Phrases.ratios(contrast))
                .finding();
    }

    private static Text cause(boolean split) {
        return Text.of("More workers make more work"
                + (split ? " in the program's own threads" : "; whether in the program's own threads was not seen")
                + ": locks, shared caches and memory, or work done twice. Which of them is not established.");
    }

    private static Text fix(Measured cell, Optional<Contrast> better) {
        return better.map(contrast -> Text.empty()
                        .code(CellLabels.MAX_WORKERS + ": "
                                + Setting.workers(contrast.cell().facts()).orElse(1))
                        .plain(": " + Phrases.against(contrast.cell(), contrast.base()) + " and "
                                + Units.coreSeconds(contrast.cell().cpuSeconds()) + " in "
                                + contrast.cell().name() + "."))
                .orElseGet(() -> Phrases.profile(cell));
    }

    /** A cell with fewer workers that takes no longer, the fastest of them. */
    private static Optional<Contrast> better(Measured cell, AxisSeries series) {
        int own = Setting.workers(cell.facts()).orElse(1);
        return series.points().stream()
                .filter(point -> point.value() < own)
                .map(point -> Contrast.of(point.cell(), cell))
                .filter(contrast -> contrast.isFaster() || contrast.isSame())
                .min(Comparator.comparingDouble(Contrast::wall));
    }

    private static String workers(Measured cell) {
        return Units.counted(Setting.workers(cell.facts()).orElse(1), "worker", "workers");
    }
}
