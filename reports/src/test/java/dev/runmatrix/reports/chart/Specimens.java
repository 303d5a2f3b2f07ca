// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A small input for every kind of chart. */
final class Specimens {
    private Specimens() {}

    /** Every drawing by name; {@code text} stands wherever an input takes one. */
    static Map<String, Drawing> drawings(String text) {
        Map<String, Drawing> drawings = new LinkedHashMap<>();
        both(drawings, "bars", BarChart.draw(bars(text)));
        both(drawings, "fork-squares", ForkSquares.draw(text, squares(text)));
        both(drawings, "trade-off", TradeOffChart.draw(tradeOff(text)));
        both(drawings, "waterfall", WaterfallChart.draw(waterfall(text)));
        both(drawings, "rss-by-rows", RssByRowsChart.draw(rssByRows(text)));
        both(drawings, "scaling", ScalingChart.draw(scaling(text)));
        TimelineChart.Input timelines = timelines(text);
        for (int index = 0; index < timelines.panels().size(); index++) {
            String outcome = timelines.panels().get(index).outcome().name();
            String name = "timeline-" + outcome.toLowerCase(Locale.ROOT).replace('_', '-');
            both(drawings, name, TimelineChart.draw(timelines).get(index).figure());
        }
        drawings.put("history", HistoryChart.draw(history(text)));
        marks(text, drawings);
        return drawings;
    }

    private static void both(Map<String, Drawing> drawings, String name, Figure figure) {
        drawings.put(name + "-wide", figure.wide());
        drawings.put(name + "-narrow", figure.narrow());
    }

    private static ScalingChart.Input scaling(String text) {
        List<ScalingChart.Fit> curve = List.of(
                new ScalingChart.Fit(1, 60, new Range(57, 63)),
                new ScalingChart.Fit(2, 35, new Range(33, 37)),
                new ScalingChart.Fit(4, 24, new Range(20, 28)));
        return new ScalingChart.Input(
                text,
                text,
                text,
                text,
                text,
                Family.STREAMING,
                List.of(
                        new ScalingChart.Point(text, text, 1, List.of(59.0, 60.5), true),
                        new ScalingChart.Point(text, text, 2, List.of(34.0, 35.5), true),
                        new ScalingChart.Point(text, text, 8, List.of(22.0, 23.0), false)),
                curve,
                4,
                4,
                Optional.of(curve.get(2)));
    }

    private static HistoryChart.Panel history(String text) {
        List<HistoryChart.Point> points = List.of(
                new HistoryChart.Point(0, 0.99, Optional.of(new Range(0.97, 1.02)), true, text),
                new HistoryChart.Point(1, 1.01, Optional.empty(), false, text),
                new HistoryChart.Point(3, 1.06, Optional.of(new Range(1.03, 1.09)), true, text),
                new HistoryChart.Point(4, 3, Optional.empty(), true, text),
                new HistoryChart.Point(5, 0.2, Optional.empty(), true, text));
        return new HistoryChart.Panel(
                text,
                text,
                Family.STREAMING,
                6,
                1.12,
                text,
                text,
                text,
                points,
                List.of(new HistoryChart.Level(0, 2, 1), new HistoryChart.Level(3, 5, 1.06)),
                List.of(new HistoryChart.Change(3, text, true), new HistoryChart.Change(5, text, false)));
    }

    private static void marks(String text, Map<String, Drawing> drawings) {
        Range range = new Range(24.9, 25.6);
        for (ForkSquares.State state : ForkSquares.State.values()) {
            drawings.put(
                    "fork-square-" + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    ForkSquares.symbol(state));
        }
        drawings.put(
                "wall-bar", new WallBar(96.4).draw(new WallBar.Mark(text, text, Family.IN_MEMORY, 25.3, range, true)));
        drawings.put(
                "wall-bar-doubtful",
                new WallBar(96.4).draw(new WallBar.Mark(text, text, Family.OTHER, 25.3, range, false)));
        drawings.put(
                "forks-strip", ForksStrip.draw(new ForksStrip.Mark(text, List.of(98.0, 100.0, 101.5, 103.0), 100)));
        drawings.put(
                "forks-strip-clipped", ForksStrip.draw(new ForksStrip.Mark(text, List.of(91.0, 100.0, 112.4), 100)));
        drawings.put("cores-bar", new CoresBar(4).draw(new CoresBar.Mark(text, Optional.of(1.02), 8)));
        drawings.put("rss-bar", new RssBar(4.92, Optional.of(4.0)).draw(new RssBar.Mark(text, 4.92)));
    }

    static BarChart.Input bars(String text) {
        return new BarChart.Input(
                text,
                List.of(
                        new BarChart.Bar(
                                text,
                                text,
                                "current " + text,
                                Family.STREAMING,
                                Optional.of(96.4),
                                "96.4 s",
                                Optional.of(new Range(95.9, 98.6)),
                                false),
                        new BarChart.Bar(
                                text,
                                text,
                                "recommended " + text,
                                Family.IN_MEMORY,
                                Optional.of(30.9),
                                "30.9 s",
                                Optional.empty(),
                                true),
                        new BarChart.Bar(
                                text,
                                text,
                                text,
                                Family.OTHER,
                                Optional.empty(),
                                "OUT OF MEMORY",
                                Optional.empty(),
                                false)));
    }

    static List<ForkSquares.CellForks> squares(String text) {
        return List.of(
                new ForkSquares.CellForks(text, text, List.of(ForkSquares.State.CLEAN, ForkSquares.State.CLEAN)),
                new ForkSquares.CellForks(
                        text,
                        text,
                        List.of(ForkSquares.State.FAILED, ForkSquares.State.CONTAMINATED, ForkSquares.State.NOT_RUN)));
    }

    static TradeOffChart.Input tradeOff(String text) {
        return new TradeOffChart.Input(
                text,
                text,
                text,
                List.of(
                        point(text, Family.IN_MEMORY, true, Outcome.CLEAN, 25.3, 4.92, true, ""),
                        point(text, Family.STREAMING, true, Outcome.CLEAN, 30.9, 1.31, true, ""),
                        point(text, Family.STREAMING, false, Outcome.CLEAN, 96.4, 0.74, true, ""),
                        point(text, Family.OTHER, false, Outcome.CLEAN, 54.9, 2.5, false, ""),
                        point(text, Family.STREAMING, true, Outcome.CONTAMINATED, 47.9, 0.97, false, text),
                        point(text, Family.IN_MEMORY, true, Outcome.FAILED, 19.4, 5.63, false, "out of memory " + text),
                        point(text, Family.STREAMING, false, Outcome.TIMED_OUT, 0, 0.52, false, "> 180 s")),
                Optional.of(new BudgetLine(4, text)));
    }

    static TradeOffChart.Point point(
            String cell,
            Family family,
            boolean parallel,
            Outcome outcome,
            double wall,
            double rss,
            boolean onFront,
            String note) {
        Optional<Range> range =
                outcome == Outcome.CLEAN ? Optional.of(new Range(wall * 0.98, wall * 1.03)) : Optional.empty();
        return new TradeOffChart.Point(cell, cell, note, family, parallel, outcome, wall, range, rss, onFront);
    }

    static WaterfallChart.Input waterfall(String text) {
        return new WaterfallChart.Input(
                text,
                text,
                List.of(
                        new WaterfallChart.Row(text, text, text, text, 1.07, 0.382, "×1.07 · ×0.357 = ×0.382"),
                        new WaterfallChart.Row(text, text, text, text, 1.15, 3.83, "×1.15 · ×3.31 = ×3.83"),
                        new WaterfallChart.Row(text, text, text, text, 1, 1, "×1.00 · ×1.00 = ×1.00")));
    }

    static RssByRowsChart.Input rssByRows(String text) {
        return new RssByRowsChart.Input(
                text,
                text,
                text,
                List.of(
                        new RssByRowsChart.Line(
                                "in-memory " + text,
                                Family.IN_MEMORY,
                                List.of(
                                        size(text, 1_900_000, "1.9 M", List.of(1.46, 1.4), Optional.empty()),
                                        size(text, 7_400_000, "7.4 M", List.of(4.92, 4.8), Optional.empty()),
                                        size(
                                                text,
                                                14_900_000,
                                                "14.9 M",
                                                List.of(),
                                                Optional.of(
                                                        new RssByRowsChart.Failure(5.66, "out of memory " + text))))),
                        new RssByRowsChart.Line(
                                "streaming " + text,
                                Family.STREAMING,
                                List.of(
                                        size(text, 7_400_000, "7.4 M", List.of(1.06, 1.02), Optional.empty()),
                                        size(text, 1_900_000, "1.9 M", List.of(0.99), Optional.empty())))),
                Optional.of(new BudgetLine(4, text)));
    }

    static RssByRowsChart.Size size(
            String cell, double rows, String rowsText, List<Double> forks, Optional<RssByRowsChart.Failure> failure) {
        return new RssByRowsChart.Size(
                cell, cell, rows, rowsText, forks, forks.isEmpty() ? "" : "" + forks.get(0), failure);
    }

    static TimelineChart.Input timelines(String text) {
        return new TimelineChart.Input(
                "RSS, " + text,
                4,
                Optional.of(4.0),
                List.of(
                        panel(text, Family.STREAMING, Outcome.CLEAN, 6, 0, ""),
                        panel(text, Family.OTHER, Outcome.CONTAMINATED, 5, 0.7, ""),
                        panel(text, Family.IN_MEMORY, Outcome.FAILED, 2, 0, "out of memory, " + text),
                        panel(text, Family.STREAMING, Outcome.TIMED_OUT, 20, 0, "continues to the 20 s limit")));
    }

    static TimelineChart.Panel panel(
            String cell, Family family, Outcome outcome, int seconds, double foreignCores, String note) {
        List<TimelineChart.Sample> samples = new ArrayList<>();
        for (int half = 1; half <= 2 * seconds; half++) {
            double time = half / 2.0;
            double cpu = 1.5 * time;
            samples.add(new TimelineChart.Sample(time, cpu, cpu + foreignCores * time, 0.5 + time / seconds));
        }
        return new TimelineChart.Panel(cell, cell, note, family, outcome, seconds, samples);
    }
}
