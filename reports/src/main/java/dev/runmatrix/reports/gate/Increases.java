// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.RunComparison;
import java.util.List;
import java.util.Optional;

/** Judges how much a metric grew: by both builds in one sitting where they were measured so, else by a stored run. */
final class Increases {

    private final Optional<RunComparison> compared;
    private final Optional<BuildComparison> builds;
    private final Optional<String> baseline;

    Increases(Optional<RunComparison> compared, Optional<BuildComparison> builds, Optional<String> baseline) {
        this.compared = compared;
        this.builds = builds;
        this.baseline = baseline;
    }

    List<Judged> of(GateRule rule, List<GatedCell> cells) {
        Metric metric = metric(rule.metric());
        Optional<ConfirmedIncreases> confirmed = builds.map(b -> ConfirmedIncreases.of(b, rule, metric, cells));
        Optional<ScreenedIncreases> screened = compared.map(c -> new ScreenedIncreases(c, rule, metric, baseline));
        return cells.stream().map(cell -> judge(cell, confirmed, screened)).toList();
    }

    private Judged judge(GatedCell cell, Optional<ConfirmedIncreases> confirmed, Optional<ScreenedIncreases> screened) {
        return cell.absence()
                .map(Judged::notMeasured)
                .or(() -> confirmed.flatMap(c -> c.of(cell)))
                .or(() -> screened.map(s -> s.of(cell)))
                .orElseGet(() -> Judged.notMeasured(nothing()));
    }

    private String nothing() {
        if (builds.isPresent()) {
            return "not measured in both builds";
        }
        return baseline.map(name -> "there is no baseline '" + name + "'; './run-matrix baseline save " + name
                        + "' makes one of a good run")
                .orElse("there is nothing to compare with; name a baseline with --baseline or gate.baseline");
    }

    private static Metric metric(GateMetric metric) {
        return switch (metric) {
            case WALL -> Metric.WALL;
            case CPU -> Metric.CPU;
            case PEAK_RSS -> Metric.PEAK_RSS;
            case CORES_USED -> throw new IllegalArgumentException("no rule bounds the growth of cores used");
        };
    }
}
