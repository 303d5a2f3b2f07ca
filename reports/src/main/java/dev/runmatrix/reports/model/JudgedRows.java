// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.result.BuildFacts;
import dev.runmatrix.harness.statistics.Evidence;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.chart.Drawing;
import dev.runmatrix.reports.chart.Range;
import dev.runmatrix.reports.chart.RatioMark;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.JudgedMetric;
import dev.runmatrix.reports.comparison.JudgedPair;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.MetricWords;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table of two builds that took turns in one sitting. */
final class JudgedRows {

    private static final int COMMIT_DIGITS = 10;

    private final BuildComparison builds;
    private final Map<String, String> names;

    /**
     * The rows of a comparison.
     *
     * @param names what the cells of the reported run are called, by their ids: where another run measured the builds, its
     *     own numbers would mean other cells here
     */
    JudgedRows(BuildComparison builds, Map<String, String> names) {
        this.builds = builds;
        this.names = Map.copyOf(names);
    }

    private String name(JudgedPair pair) {
        return names.getOrDefault(pair.setting().id(), pair.head().name());
    }

    /** The settings with this verdict and what it is about, {@code C02 (wall ×1.21 [1.18–1.24])}. */
    List<String> named(Verdict verdict) {
        List<String> named = new ArrayList<>();
        for (JudgedPair pair : builds.pairs()) {
            String metrics = pair.metrics().stream()
                    .filter(metric -> metric.verdict() == verdict)
                    .map(metric -> MetricWords.of(metric.metric()) + " " + MetricWords.ratio(metric.ratio())
                            + interval(metric).map(i -> " " + i).orElse(""))
                    .collect(Collectors.joining(", "));
            if (!metrics.isEmpty()) {
                named.add(label(pair) + " (" + metrics + ")");
            }
        }
        return named;
    }

    Baseline.Table table() {
        String clock = builds.clock() == WallClock.REGION ? "the measured region" : "whole processes";
        Text lead = Text.of("Base: ")
                .code(facts(builds.builds().base()))
                .plain("; head: ")
                .code(facts(builds.builds().head()))
                .plain(". They took turns, in random order within each pair. Ratio: head ÷ base, times of " + clock
                        + ", with the 95" + Units.SPACE + "% interval; run ")
                .code(builds.run().id())
                .plain(".");
        return new Baseline.Table(
                "Two builds in one sitting", lead, RatioMark.scale(), "Base, s", "Head, s", rows(true), rows(false));
    }

    private static String facts(BuildFacts build) {
        String commit = build.commit()
                .map(c -> c.substring(0, Math.min(COMMIT_DIGITS, c.length())))
                .filter(c -> !build.given().startsWith(c))
                .map(c -> " (" + c + ")")
                .orElse("");
        return build.given() + commit;
    }

    private List<Baseline.Row> rows(boolean changed) {
        return builds.pairs().stream()
                .filter(pair -> changed == isNotable(pair))
                .map(this::row)
                .toList();
    }

    /** The setting without the axes that have no effect in it. */
    private static String label(JudgedPair pair) {
        Map<String, String> axes = new LinkedHashMap<>(pair.setting().axes());
        axes.keySet().removeAll(pair.head().ignored());
        return CellLabels.setting(new Cell(axes));
    }

    private static boolean isNotable(JudgedPair pair) {
        return pair.metrics().isEmpty()
                || pair.metrics().stream()
                        .anyMatch(metric -> metric.verdict() == Verdict.SLOWER || metric.verdict() == Verdict.FASTER);
    }

    private Baseline.Row row(JudgedPair pair) {
        Optional<JudgedMetric> wall = pair.metric(Metric.WALL);
        return new Baseline.Row(
                name(pair),
                label(pair),
                verdict(pair),
                wall.map(metric -> MetricWords.ratio(metric.ratio())).orElse(Units.DASH),
                wall.flatMap(JudgedRows::interval).orElse(""),
                wall.flatMap(metric -> drawing(pair, metric)),
                ratio(pair, Metric.CPU),
                pair.decomposition()
                        .map(found -> MetricWords.ratio(found.cores().ratio().estimate()))
                        .orElse(Units.DASH),
                ratio(pair, Metric.PEAK_RSS),
                wall.map(metric -> Units.seconds(metric.baseMedian())).orElse(Units.DASH),
                wall.map(metric -> Units.seconds(metric.headMedian())).orElse(Units.DASH),
                note(pair));
    }

    private static String ratio(JudgedPair pair, Metric metric) {
        return pair.metric(metric)
                .map(found -> MetricWords.ratio(found.ratio()))
                .orElse(Units.DASH);
    }

    private static Optional<String> interval(JudgedMetric metric) {
        return evidence(metric).ratio().interval().map(MetricWords::interval);
    }

    private static Evidence evidence(JudgedMetric metric) {
        return metric.confirmed().judgement().evidence();
    }

    private Optional<Drawing> drawing(JudgedPair pair, JudgedMetric wall) {
        Optional<Interval> interval = evidence(wall).ratio().interval();
        return interval.map(i -> RatioMark.draw(new RatioMark.Mark(
                name(pair),
                name(pair) + ": wall " + MetricWords.ratio(wall.ratio()) + " " + MetricWords.interval(i),
                wall.ratio(),
                new Range(i.low(), i.high()),
                Metric.WALL.tolerance())));
    }

    private static Tag verdict(JudgedPair pair) {
        if (pair.metrics().isEmpty()) {
            return new Tag("not compared", Tag.Tone.QUIET);
        }
        if (has(pair, Verdict.SLOWER)) {
            return new Tag("SLOWER" + metrics(pair, Verdict.SLOWER), Tag.Tone.BAD);
        }
        if (has(pair, Verdict.FASTER)) {
            return new Tag("FASTER" + metrics(pair, Verdict.FASTER), Tag.Tone.GOOD);
        }
        if (has(pair, Verdict.TOO_FEW_FORKS)) {
            return new Tag("too few forks", Tag.Tone.QUIET);
        }
        return has(pair, Verdict.CANNOT_TELL)
                ? new Tag("cannot tell", Tag.Tone.QUIET)
                : new Tag("within tolerance", Tag.Tone.GOOD);
    }

    private static boolean has(JudgedPair pair, Verdict verdict) {
        return pair.metrics().stream().anyMatch(metric -> metric.verdict() == verdict);
    }

    private static String metrics(JudgedPair pair, Verdict verdict) {
        List<String> named = pair.metrics().stream()
                .filter(metric -> metric.verdict() == verdict)
                .map(metric -> MetricWords.of(metric.metric()))
                .toList();
        return named.equals(List.of(MetricWords.of(Metric.WALL))) ? "" : " " + String.join(", ", named);
    }

    private static String note(JudgedPair pair) {
        if (pair.metrics().isEmpty()) {
            return "no usable result of " + (pair.headSide().isBroken() ? "head" : "base");
        }
        if (pair.metrics().stream().anyMatch(JudgedMetric::blamesTheMachine)) {
            return "only the wall moved, beside other load: the machine";
        }
        return pair.metric(Metric.WALL)
                .map(metric -> evidence(metric).sensitivity().smallestChange())
                .filter(smallest -> smallest.isPresent())
                .map(smallest -> Units.percent(smallest.getAsDouble()))
                .orElse("");
    }
}
