// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.diagnosis.AxisSeries.Point;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** P3: more workers than there are cores, and nothing for it. */
final class Oversubscription implements Rule {

    /** The upper end of the ratio to the cell with as many workers as cores, from which on nothing is gained. */
    private static final double NOTHING_GAINED = 0.97;

    /** Share of the workers' time that they are ready and have no core. */
    private static final double MUCH_QUEUED = 0.15;

    /** Share of the granted cores from which on all of them are busy. */
    private static final double ALL_BUSY = 0.85;

    @Override
    public List<Finding> judge(RunFacts run) {
        List<NeedlessWorkers> needless = new ArrayList<>();
        Set<String> compared = new HashSet<>();
        for (AxisSeries series : AxisSeries.ofWorkers(run)) {
            if (series.upTo((double) cap(run)).isPresent()) {
                beside(run, series).ifPresent(needless::add);
                series.points().forEach(point -> compared.add(point.cell().name()));
            }
        }
        List<Finding> findings = new ArrayList<>();
        NeedlessWorkers.alike(needless).forEach(group -> findings.add(besides(run, group)));
        List<CellFacts> others = run.cells().stream()
                .filter(cell -> !compared.contains(cell.name()) && isBeyond(run, cell))
                .filter(cell -> Measured.of(cell)
                        .filter(measured -> isFull(run, measured))
                        .isPresent())
                .toList();
        CellGroup.of(others, Setting::workers, cell -> queuedShare(cell).orElse(0.0))
                .forEach(group -> findings.add(alone(run, group)));
        return findings;
    }

    private static boolean isBeyond(RunFacts run, CellFacts cell) {
        return Setting.workers(cell).orElse(0) > cap(run);
    }

    /** A part of a core is worth a worker: 1.5 granted cores keep two workers busy. */
    private static long cap(RunFacts run) {
        return (long) Math.ceil(run.grantedCores());
    }

    /** Beside the cell with as many workers as cores. */
    private static Optional<NeedlessWorkers> beside(RunFacts run, AxisSeries series) {
        Optional<Measured> enough = series.upTo((double) cap(run)).map(Point::cell);
        if (enough.isEmpty() || !enough.get().isUndisturbed()) {
            return Optional.empty();
        }
        List<Measured> beyond = new ArrayList<>(series.points().stream()
                .filter(point -> point.value() > cap(run))
                .map(Point::cell)
                .filter(cell -> cell.isUndisturbed() && queued(cell) && noBetter(Contrast.of(cell, enough.get())))
                .toList());
        Collections.reverse(beyond);
        beyond.sort((one, other) -> Boolean.compare(
                other.facts().cell().planned().reference(),
                one.facts().cell().planned().reference()));
        return beyond.isEmpty() ? Optional.empty() : Optional.of(new NeedlessWorkers(beyond, enough.get()));
    }

    /** Neither the interval nor the ratio itself may speak for the further workers. */
    private static boolean noBetter(Contrast contrast) {
        double high = contrast.overAll()
                .interval()
                .map(interval -> interval.high())
                .orElse(contrast.overAll().estimate());
        return high >= NOTHING_GAINED && contrast.overAll().estimate() > 1 / (1 + Comparison.THRESHOLD);
    }

    private static boolean queued(Measured cell) {
        int workers = Setting.workers(cell.facts()).orElse(1);
        return cell.holds(fork -> WorkerTime.of(fork, workers)
                .map(time -> time.queuedShare() >= MUCH_QUEUED)
                .orElse(true));
    }

    /** Of series with the same said of each, the first is told, and the others with their ratio. */
    private static Finding besides(RunFacts run, List<NeedlessWorkers> group) {
        Measured cell = group.get(0).main();
        Measured enough = group.get(0).enough();
        Contrast contrast = group.get(0).contrast();
        Contrast back = Contrast.of(enough, cell);
        long fewer = Setting.number(enough.facts(), CellLabels.MAX_WORKERS).orElse(1);
        String ratio = Phrases.overAll(contrast);
        return draft(run, group)
                .seen(Text.of(cell.name() + " against " + enough.name() + ": wall ")
                        .strong(ratio)
                        .plain(" over all forks (nothing is gained from " + Units.ratio(NOTHING_GAINED) + " on)"
                                + queuedWords(cell) + memory(contrast) + "."))
                .cause(
                        contrast.isConclusive() ? Confidence.CONFIRMED : Confidence.LIKELY,
                        Text.of("The machine grants " + granted(run) + "; workers beyond them wait for one."))
                .fix(Text.empty()
                        .code(CellLabels.MAX_WORKERS + ": " + fewer)
                        .plain(": " + Phrases.against(enough, cell) + " in " + enough.name() + "."))
                .confirmedBy(contrast.isConclusive() ? Optional.of(enough) : Optional.empty())
                .evidence(evidence(group))
                .refutedBy("a ratio of the two whose interval ends below " + Units.ratio(NOTHING_GAINED) + ".")
                .gain(back.gain())
                .measures(Measure.of("workers", cell.name(), workers(cell), Unit.COUNT)
                        .atLeast(cap(run) + 1.0))
                .measures(Phrases.overAllMeasures(contrast))
                .measures(Phrases.ratios(contrast))
                .measures(queuedMeasures(cell))
                .finding();
    }

    private static FindingDraft draft(RunFacts run, List<NeedlessWorkers> group) {
        List<Measured> cells =
                group.stream().flatMap(series -> series.beyond().stream()).toList();
        List<String> mains =
                group.stream().map(series -> series.main().name()).sorted().toList();
        return new FindingDraft(
                RuleId.P3,
                cells,
                Wording.names(mains) + (mains.size() == 1 ? " has " : " have ")
                        + Units.counted(workers(cells.get(0)), "worker", "workers") + " on " + granted(run)
                        + (mains.size() == 1 ? " and is no faster for it" : " and are no faster for it"));
    }

    private static int workers(Measured cell) {
        return Setting.workers(cell.facts()).orElse(1);
    }

    private static String granted(RunFacts run) {
        return Units.grantedCores(run.grantedCores()) + (run.grantedCores() == 1 ? " core" : " cores");
    }

    private static String evidence(List<NeedlessWorkers> group) {
        Contrast contrast = group.get(0).contrast();
        List<Measured> slower = group.stream()
                .flatMap(series -> series.beyond().stream().skip(1))
                .toList();
        String others = slower.isEmpty() ? "" : " The same holds for " + Phrases.names(slower) + ".";
        String series = group.stream()
                .skip(1)
                .map(NeedlessWorkers::told)
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("; "), told -> told.isEmpty() ? "" : " The same holds for " + told + "."));
        return contrast.cell().name() + " and " + contrast.base().name() + " differ in their workers alone: "
                + Phrases.decomposition(contrast) + "." + series + others;
    }

    private static String queuedWords(Measured cell) {
        return WorkerTime.of(cell.shown(), workers(cell))
                .map(time -> "; its workers were ready without a core for " + Units.percent(time.queuedShare())
                        + " of their time (threshold " + Units.percent(MUCH_QUEUED) + " of it)")
                .orElse("");
    }

    private static Optional<Double> queuedShare(CellFacts cell) {
        return Measured.of(cell)
                .flatMap(measured -> WorkerTime.of(measured.shown(), workers(measured)))
                .map(WorkerTime::queuedShare);
    }

    private static List<Measure> queuedMeasures(Measured cell) {
        return WorkerTime.of(cell.shown(), workers(cell)).stream()
                .map(time -> Measure.of(
                                "share of the workers' time in the run queue",
                                cell.name(),
                                time.queuedShare(),
                                Unit.SHARE)
                        .atLeast(MUCH_QUEUED))
                .toList();
    }

    private static String memory(Contrast contrast) {
        return contrast.rss().map(ratio -> "; peak RSS " + Units.ratio(ratio)).orElse("");
    }

    /** All cores are busy, and more workers than cores share them. */
    private static boolean isFull(RunFacts run, Measured cell) {
        return cell.isUndisturbed()
                && queued(cell)
                && WorkerTime.of(cell.shown(), workers(cell)).isPresent()
                && cell.holds(fork -> fork.times().cores() >= ALL_BUSY * run.grantedCores());
    }

    /** No cell with fewer workers was measured. */
    private static Finding alone(RunFacts run, CellGroup group) {
        List<Measured> cells = group.cells().stream()
                .flatMap(facts -> Measured.of(facts).stream())
                .toList();
        Measured cell = cells.get(0);
        return new FindingDraft(
                        RuleId.P3,
                        cells,
                        group.told() + " " + group.verb("has", "have") + " "
                                + Units.counted(workers(cell), "worker", "workers") + " on " + granted(run))
                .seen(Text.of((cells.size() == 1 ? "It" : cell.name()) + " used ")
                        .strong(Units.cores(cell.cores()) + " of " + Units.grantedCores(run.grantedCores()))
                        .plain(" granted cores (threshold " + Units.cores(ALL_BUSY * run.grantedCores()) + ")"
                                + queuedWords(cell) + "."))
                .cause(Confidence.LIKELY, Text.of("All granted cores are busy; workers beyond them wait for one."))
                .fix(Text.empty()
                        .code(CellLabels.MAX_WORKERS + ": " + cap(run))
                        .plain("; no cell of this run measured it."))
                .evidence("CPU time and run queue of " + group.told() + ".")
                .refutedBy("a cell with as many workers as cores that takes longer.")
                .measures(Measure.of("workers", cell.name(), workers(cell), Unit.COUNT)
                        .atLeast(cap(run) + 1.0))
                .measures(Measure.of("cores used", cell.name(), cell.cores(), Unit.CORES)
                        .atLeast(ALL_BUSY * run.grantedCores()))
                .measures(queuedMeasures(cell))
                .finding();
    }
}
