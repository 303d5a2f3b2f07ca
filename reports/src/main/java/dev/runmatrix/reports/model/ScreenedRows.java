// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.chart.RatioMark;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.MetricComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.MetricWords;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of a run beside one of another sitting. */
final class ScreenedRows {

    private final String label;
    private final RunComparison comparison;

    ScreenedRows(RunVerdicts.ComparedWith against) {
        this.label = against.label();
        this.comparison = against.comparison();
    }

    /** The suspects with what is suspect of them, {@code C03 (wall ×1.123)}. */
    List<String> suspects() {
        return comparison.cells().stream()
                .filter(cell -> cell.has(Finding.SUSPECT))
                .map(cell -> cell.name() + " ("
                        + cell.metrics().stream()
                                .filter(metric -> metric.finding() == Finding.SUSPECT)
                                .map(metric ->
                                        MetricWords.of(metric.metric()) + " " + MetricWords.ratio(metric.ratio()))
                                .collect(Collectors.joining(", "))
                        + ")")
                .toList();
    }

    Baseline.Table table() {
        String clock = comparison.clock() == WallClock.REGION ? "the measured region" : "whole processes";
        return new Baseline.Table(
                "Beside " + label,
                Text.of("Ratio: this run ÷ the earlier one, times of " + clock + ", clean forks only, with the 95"
                        + Units.SPACE + "% interval widened by what two sittings differ by ("
                        + Units.percent(comparison.drift(Metric.WALL).smallestChange())
                        + "). It raises suspicions; a verdict takes both builds in one sitting."),
                RatioMark.scale(),
                "Then, s",
                "Now, s",
                rows(true),
                rows(false));
    }

    private List<Baseline.Row> rows(boolean changed) {
        return comparison.cells().stream()
                .filter(cell -> changed == isNotable(cell))
                .map(this::row)
                .toList();
    }

    private static boolean isNotable(ComparedCell cell) {
        return cell.has(Finding.SUSPECT)
                || cell.has(Finding.FASTER)
                || cell.candidate().isBroken();
    }

    private Baseline.Row row(ComparedCell cell) {
        Optional<MetricComparison> wall = cell.metric(Metric.WALL);
        return new Baseline.Row(
                cell.name(),
                CellLabels.setting(cell.planned()),
                verdict(cell),
                wall.map(metric -> MetricWords.ratio(metric.ratio())).orElse(Units.DASH),
                wall.flatMap(MetricComparison::interval)
                        .map(MetricWords::interval)
                        .orElse(""),
                wall.flatMap(metric -> drawing(cell, metric)),
                ratio(cell, Metric.CPU),
                cell.decomposition()
                        .map(found -> MetricWords.ratio(found.cores().ratio().estimate()))
                        .orElse(Units.DASH),
                ratio(cell, Metric.PEAK_RSS),
                wall.map(metric -> Units.seconds(metric.baseMedian())).orElse(Units.DASH),
                wall.map(metric -> Units.seconds(metric.candidateMedian())).orElse(Units.DASH),
                note(cell));
    }

    private static String ratio(ComparedCell cell, Metric metric) {
        return cell.metric(metric)
                .map(found -> MetricWords.ratio(found.ratio()))
                .orElse(Units.DASH);
    }

    private static Optional<Drawing> drawing(ComparedCell cell, MetricComparison wall) {
        return wall.interval()
                .map(interval -> RatioMark.draw(new RatioMark.Mark(
                        cell.name(),
                        cell.name() + ": wall " + MetricWords.ratio(wall.ratio()) + " "
                                + MetricWords.interval(interval),
                        wall.ratio(),
                        range(interval),
                        Metric.WALL.tolerance())));
    }

    private static Range range(Interval interval) {
        return new Range(interval.low(), interval.high());
    }

    private static Tag verdict(ComparedCell cell) {
        if (cell.base().isBroken() || cell.candidate().isBroken()) {
            return new Tag("not compared", Tag.Tone.QUIET);
        }
        if (!cell.isScreened()) {
            return new Tag("too few forks", Tag.Tone.QUIET);
        }
        if (cell.has(Finding.SUSPECT)) {
            return new Tag("SUSPECT" + metrics(cell, Finding.SUSPECT), Tag.Tone.DOUBTFUL);
        }
        if (cell.has(Finding.FASTER)) {
            return new Tag("FASTER?" + metrics(cell, Finding.FASTER), Tag.Tone.QUIET);
        }
        if (cell.has(Finding.NOISE)) {
            return new Tag("noise", Tag.Tone.QUIET);
        }
        return cell.has(Finding.CANNOT_TELL)
                ? new Tag("cannot tell", Tag.Tone.QUIET)
                : new Tag("within tolerance", Tag.Tone.GOOD);
    }

    /** Which metrics, where it is not the wall alone. */
    private static String metrics(ComparedCell cell, Finding finding) {
        List<String> named = cell.metrics().stream()
                .filter(metric -> metric.finding() == finding)
                .map(metric -> MetricWords.of(metric.metric()))
                .toList();
        return named.equals(List.of(MetricWords.of(Metric.WALL))) ? "" : " " + String.join(", ", named);
    }

    private static String note(ComparedCell cell) {
        if (cell.candidate().isBroken()) {
            return "no usable result in this run";
        }
        if (cell.base().isBroken()) {
            return "no usable result in the earlier run";
        }
        return cell.metric(Metric.WALL)
                .map(MetricComparison::smallestChange)
                .filter(smallest -> smallest.isPresent())
                .map(smallest -> Units.percent(smallest.getAsDouble()))
                .orElse("");
    }
}
