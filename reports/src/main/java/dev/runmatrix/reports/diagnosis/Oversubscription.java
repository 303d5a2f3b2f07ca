// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.diagnosis.AxisSeries.Point;
import dev.runmatrix.reports.diagnosis.Measure.Unit;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
        List<Finding> findings = new ArrayList<>();
        Set<String> compared = new HashSet<>();
        for (AxisSeries series : AxisSeries.ofWorkers(run)) {
            if (series.upTo((double) cap(run)).isPresent()) {
                beside(run, series).ifPresent(findings::add);
                series.points().forEach(point -> compared.add(point.cell().name()));
            }
        }
        run.cells().stream()
                .flatMap(cell -> Measured.of(cell).stream())
                .filter(cell -> !compared.contains(cell.name()) && isBeyond(run, cell))
                .forEach(cell -> alone(run, cell).ifPresent(findings::add));
        return findings;
    }

    private static boolean isBeyond(RunFacts run, Measured cell) {
        return Setting.workers(cell.facts()).orElse(0) > cap(run);
    }

    /** A part of a core is worth a worker: 1.5 granted cores keep two workers busy. */
    private static long cap(RunFacts run) {
        return (long) Math.ceil(run.grantedCores());
    }

    /** Beside the cell with as many workers as cores. */
    private static Optional<Finding> beside(RunFacts run, AxisSeries series) {
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
        return beyond.isEmpty() ? Optional.empty() : Optional.of(besides(run, beyond, enough.get()));
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

    private static Finding besides(RunFacts run, List<Measured> beyond, Measured enough) {
        Measured cell = beyond.get(0);
        Contrast contrast = Contrast.of(cell, enough);
        Contrast back = Contrast.of(enough, cell);
        long fewer = Setting.number(enough.facts(), CellLabels.MAX_WORKERS).orElse(1);
        String ratio = Phrases.overAll(contrast);
        return draft(run, beyond)
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
                .evidence(evidence(beyond, enough, contrast))
                .refutedBy("a ratio of the two whose interval ends below " + Units.ratio(NOTHING_GAINED) + ".")
                .gain(back.gain())
                .measures(Measure.of("workers", cell.name(), workers(cell), Unit.COUNT)
                        .atLeast(cap(run) + 1.0))
                .measures(Phrases.overAllMeasures(contrast))
                .measures(Phrases.ratios(contrast))
                .measures(queuedMeasures(cell))
                .finding();
    }

    private static FindingDraft draft(RunFacts run, List<Measured> beyond) {
        Measured cell = beyond.get(0);
        return new FindingDraft(
                RuleId.P3,
                beyond,
                cell.name() + " has " + Units.counted(workers(cell), "worker", "workers") + " on " + granted(run)
                        + " and is no faster for it");
    }

    private static int workers(Measured cell) {
        return Setting.workers(cell.facts()).orElse(1);
    }

    private static String granted(RunFacts run) {
        return Units.grantedCores(run.grantedCores()) + (run.grantedCores() == 1 ? " core" : " cores");
    }

    private static String evidence(List<Measured> beyond, Measured enough, Contrast contrast) {
        String others =
                beyond.size() > 1 ? " The same holds for " + Phrases.names(beyond.subList(1, beyond.size())) + "." : "";
        return contrast.cell().name() + " and " + enough.name() + " differ in their workers alone: "
                + Phrases.decomposition(contrast) + "." + others;
    }

    private static String queuedWords(Measured cell) {
        return WorkerTime.of(cell.shown(), workers(cell))
                .map(time -> "; its workers were ready without a core for " + Units.percent(time.queuedShare())
                        + " of their time (threshold " + Units.percent(MUCH_QUEUED) + " of it)")
                .orElse("");
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

    /** No cell with fewer workers was measured: all cores are busy, and more workers than cores share them. */
    private static Optional<Finding> alone(RunFacts run, Measured cell) {
        boolean full = cell.isUndisturbed()
                && queued(cell)
                && WorkerTime.of(cell.shown(), workers(cell)).isPresent()
                && cell.holds(fork -> fork.times().cores() >= ALL_BUSY * run.grantedCores());
        if (!full) {
            return Optional.empty();
        }
        return Optional.of(new FindingDraft(
                        RuleId.P3,
                        List.of(cell),
                        cell.name() + " has " + Units.counted(workers(cell), "worker", "workers") + " on "
                                + granted(run))
                .seen(Text.of("It used ")
                        .strong(Units.cores(cell.cores()) + " of " + Units.grantedCores(run.grantedCores()))
                        .plain(" granted cores (threshold " + Units.cores(ALL_BUSY * run.grantedCores()) + ")"
                                + queuedWords(cell) + "."))
                .cause(Confidence.LIKELY, Text.of("All granted cores are busy; workers beyond them wait for one."))
                .fix(Text.empty()
                        .code(CellLabels.MAX_WORKERS + ": " + cap(run))
                        .plain("; no cell of this run measured it."))
                .evidence("CPU time and run queue of " + cell.name() + ".")
                .refutedBy("a cell with as many workers as cores that takes longer.")
                .measures(Measure.of("workers", cell.name(), workers(cell), Unit.COUNT)
                        .atLeast(cap(run) + 1.0))
                .measures(Measure.of("cores used", cell.name(), cell.cores(), Unit.CORES)
                        .atLeast(ALL_BUSY * run.grantedCores()))
                .measures(queuedMeasures(cell))
                .finding());
    }
}
