// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.Growth;
import dev.runmatrix.reports.chart.RssByRowsChart;
import dev.runmatrix.reports.chart.TextBar;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Sets memory against rows, for configurations measured on several inputs. */
final class GrowthBuilder {

    private static final int TEXT_BAR = 12;

    private final Scope scope;
    private final List<Growth> growth;

    GrowthBuilder(Scope scope) {
        this.scope = scope;
        this.growth = scope.run().growth().stream()
                .filter(g -> g.points().stream()
                        .anyMatch(p -> p.cell().peakRssBytes().isPresent()))
                .toList();
    }

    Optional<TradeOff.GrowthView> build() {
        if (growth.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TradeOff.GrowthView(
                RssByRowsChart.draw(new RssByRowsChart.Input(
                        "Peak memory against input rows",
                        "input rows (log scale)",
                        "peak RSS, " + scope.memory().name(),
                        growth.stream().map(this::line).toList(),
                        scope.budgetLine())),
                caption(),
                growth.stream().map(this::name).toList(),
                rows()));
    }

    /** The configuration, named as on the main input where it was measured there. */
    private String name(Growth one) {
        CellAnalysis cell = one.points().stream()
                .map(Growth.Point::cell)
                .filter(c -> c.dataset().equals(scope.run().mainDataset()))
                .findFirst()
                .orElse(one.points().get(0).cell());
        return scope.label(cell);
    }

    private RssByRowsChart.Line line(Growth one) {
        return new RssByRowsChart.Line(
                name(one),
                scope.family(one.points().get(0).cell()),
                one.points().stream().filter(p -> p.rows() > 0).map(this::size).toList());
    }

    private RssByRowsChart.Size size(Growth.Point point) {
        CellAnalysis cell = point.cell();
        boolean failed = cell.state() == CellState.FAILED || cell.state() == CellState.TIMED_OUT;
        Optional<RssByRowsChart.Failure> failure = cell.peakRssBytes()
                .filter(r -> failed)
                .map(r -> new RssByRowsChart.Failure(scope.memory().in(r), Wording.state(cell)));
        List<Double> forks = failed ? List.of() : peaks(cell);
        return new RssByRowsChart.Size(
                cell.name(),
                scope.tip(cell),
                point.rows(),
                compact(point.rows()),
                forks,
                cell.peakRssBytes().map(scope.memory()::number).orElse(Units.DASH),
                failure);
    }

    private List<Double> peaks(CellAnalysis cell) {
        return cell.numbers().stream()
                .flatMap(n -> n.forks().stream())
                .map(ForkTimes::attempt)
                .flatMap(a -> a.process().stream())
                .flatMap(p -> p.peakRssBytes().stream())
                .map(scope.memory()::in)
                .toList();
    }

    private static String compact(long rows) {
        if (rows >= 1_000_000) {
            return Units.trimmed(rows / 1e6, 1) + Units.SPACE + "M";
        }
        return rows >= 1000 ? Units.trimmed(rows / 1e3, 1) + Units.SPACE + "k" : Units.count(rows);
    }

    private Text caption() {
        Text text = Text.empty();
        for (Growth one : growth) {
            Optional<String> grows = grows(one);
            if (grows.isPresent()) {
                text = text.plain(text.isEmpty() ? "" : " ").strong(name(one)).plain(": " + grows.get());
            }
        }
        return text;
    }

    private Optional<String> grows(Growth one) {
        Growth.Point first = one.points().get(0);
        Growth.Point last = one.points().get(one.points().size() - 1);
        if (!first.cell().isRanked() || !last.cell().isRanked() || first.rows() == 0) {
            return Optional.empty();
        }
        double rows = (double) last.rows() / first.rows();
        double memory = (double) last.cell().rankedRssBytes() / first.cell().rankedRssBytes();
        return Optional.of("peak memory from "
                + scope.memory().number(first.cell().rankedRssBytes()) + " to "
                + scope.memory().withUnit(last.cell().rankedRssBytes()) + " (" + Units.ratio(memory)
                + ") as rows grow from "
                + compact(first.rows()) + " to " + compact(last.rows()) + " (" + Units.ratio(rows) + ").");
    }

    private List<TradeOff.GrowthRow> rows() {
        TreeSet<Long> sizes = new TreeSet<>();
        growth.forEach(g -> g.points().forEach(p -> sizes.add(p.rows())));
        return sizes.stream()
                .map(size -> new TradeOff.GrowthRow(
                        Units.count(size),
                        growth.stream().map(g -> value(g, size)).toList()))
                .toList();
    }

    private TradeOff.GrowthValue value(Growth one, long rows) {
        Optional<CellAnalysis> cell = one.points().stream()
                .filter(p -> p.rows() == rows)
                .map(Growth.Point::cell)
                .findFirst();
        if (cell.isEmpty()) {
            return new TradeOff.GrowthValue(Units.DASH, "");
        }
        boolean measured = cell.get().isRanked()
                || cell.get().state() == CellState.FEW_FORKS
                || cell.get().state() == CellState.CONTAMINATED;
        if (!measured || cell.get().peakRssBytes().isEmpty()) {
            return new TradeOff.GrowthValue(Wording.state(cell.get()), "");
        }
        long rss = cell.get().peakRssBytes().get();
        return new TradeOff.GrowthValue(scope.memory().number(rss), TextBar.of((double) rss, largest(), TEXT_BAR));
    }

    private double largest() {
        return Math.max(
                1,
                growth.stream()
                        .flatMap(g -> g.points().stream())
                        .flatMap(p -> p.cell().peakRssBytes().stream())
                        .mapToLong(Long::longValue)
                        .max()
                        .orElse(1));
    }
}
