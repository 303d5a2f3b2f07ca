// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Holds one metric of one cell against a limit. */
final class ClaimBounds {

    private static final double CONFIDENCE = 0.95;

    private final ClaimSamples samples;
    private final GateMetric metric;
    private final ClaimLimit limit;

    ClaimBounds(ClaimSamples samples, GateMetric metric, ClaimLimit limit) {
        this.samples = samples;
        this.metric = metric;
        this.limit = limit;
    }

    ClaimCase of(String cell) {
        ClaimSample sample = samples.of(cell, metric);
        if (sample.missing().isPresent()) {
            return samples.cell(cell)
                    .flatMap(this::exceededBeforeItFailed)
                    .orElseGet(() -> ClaimCase.notMeasured(
                            formula(cell), List.of(), sample.missing().get()));
        }
        return metric == GateMetric.PEAK_RSS ? extremes(sample) : median(sample);
    }

    private String formula(String cell) {
        return ClaimWords.metric(metric) + " of " + cell;
    }

    /** What a cell took before it failed is a fact, and enough to disprove that it stays below a limit. */
    private Optional<ClaimCase> exceededBeforeItFailed(CellAnalysis cell) {
        boolean failed = cell.state() == CellState.FAILED || cell.state() == CellState.TIMED_OUT;
        return cell.peakRssBytes()
                .map(Long::doubleValue)
                .filter(peak -> failed && metric == GateMetric.PEAK_RSS && peak > limit.most())
                .map(peak -> new ClaimCase(
                        ClaimOutcome.FAIL,
                        Optional.of(peak),
                        Optional.empty(),
                        "greatest " + formula(cell.name()) + " before it failed",
                        List.of(new ClaimEvidence(
                                cell.name(),
                                ClaimEvidence.GREATEST,
                                Optional.of(peak),
                                cell.failure().map(f -> f.attempts()).orElse(0))),
                        cell.failure().map(Wording::failure).orElse("failed") + " beyond it"));
    }

    /** A limit of memory is for every fork: one that breaks it disproves the claim. */
    private ClaimCase extremes(ClaimSample sample) {
        double greatest = Arrays.stream(sample.values()).max().orElseThrow();
        double least = Arrays.stream(sample.values()).min().orElseThrow();
        boolean below = least < limit.least();
        boolean beyond = greatest > limit.most();
        boolean shownLeast = below || limit.atMost().isEmpty();
        double value = shownLeast && !beyond ? least : greatest;
        String what = shownLeast && !beyond ? ClaimEvidence.LEAST : ClaimEvidence.GREATEST;
        List<ClaimEvidence> evidence = List.of(new ClaimEvidence(sample.cell(), what, Optional.of(value), sample.n()));
        String formula = what + " " + formula(sample.cell());
        if (below || beyond) {
            return new ClaimCase(
                    ClaimOutcome.FAIL, Optional.of(value), Optional.empty(), formula, evidence, "a fork is beyond it");
        }
        return sample.doubt()
                .map(doubt -> ClaimCase.cannotTell(Optional.of(value), Optional.empty(), formula, evidence, doubt))
                .orElseGet(() -> new ClaimCase(
                        ClaimOutcome.PASS,
                        Optional.of(value),
                        Optional.empty(),
                        formula,
                        evidence,
                        "every fork keeps it"));
    }

    private ClaimCase median(ClaimSample sample) {
        double divisor = limit.unit() == ClaimLimit.Unit.SHARE
                ? samples.usableWorkers(samples.cell(sample.cell()).orElseThrow())
                : 1;
        String formula = "median " + formula(sample.cell())
                + (limit.unit() == ClaimLimit.Unit.SHARE
                        ? " \u00f7 " + Units.trimmed(divisor, 2) + " that it may use"
                        : "");
        double[] values =
                Arrays.stream(sample.values()).map(value -> value / divisor).toArray();
        double value = Median.of(values);
        Optional<Interval> interval = Median.interval(CONFIDENCE, values);
        List<ClaimEvidence> evidence = List.of(sample.median());
        if (sample.doubt().isPresent() || interval.isEmpty()) {
            return ClaimCase.cannotTell(
                    Optional.of(value),
                    interval,
                    formula,
                    evidence,
                    sample.doubt().orElse("too few forks for an interval"));
        }
        return ClaimCase.of(limit, value, interval.get(), formula, evidence);
    }
}
