// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nothing, one thing, very many and very large things. */
class ExtremeInputsTest {
    private static final double HUGE = 1e15;

    @Test
    void withoutDataThereIsAnEmptyChart() throws Exception {
        wellFormed(BarChart.draw(new BarChart.Input("none", List.of())));
        wellFormed(ForkSquares.draw("none", List.of()));
        wellFormed(ForkSquares.draw("none", List.of(new ForkSquares.CellForks("C01", "none", List.of()))));
        wellFormed(TradeOffChart.draw(new TradeOffChart.Input("none", "x", "y", List.of(), Optional.empty())));
        wellFormed(WaterfallChart.draw(new WaterfallChart.Input("none", "x", List.of())));
        wellFormed(RssByRowsChart.draw(new RssByRowsChart.Input("none", "x", "y", List.of(), Optional.empty())));
        TimelineChart.Panel panel =
                new TimelineChart.Panel("C01", "none", "", Family.OTHER, Outcome.FAILED, 0, List.of());
        wellFormed(timeline(1, panel));
        assertThat(TimelineChart.draw(new TimelineChart.Input("RSS", 4, Optional.empty(), List.of())))
                .isEmpty();
    }

    @Test
    void zeroEverywhereIsDrawn() throws Exception {
        TradeOffChart.Point zero = Specimens.point("C01", Family.OTHER, true, Outcome.CLEAN, 0, 0, true, "");
        wellFormed(TradeOffChart.draw(new TradeOffChart.Input("zero", "x", "y", List.of(zero), Optional.empty())));
        RssByRowsChart.Size size = Specimens.size("C01", 1, "1", List.of(0.0), Optional.empty());
        RssByRowsChart.Line line = new RssByRowsChart.Line("zero", Family.OTHER, List.of(size));
        wellFormed(RssByRowsChart.draw(new RssByRowsChart.Input("zero", "x", "y", List.of(line), Optional.empty())));
        parsed(new WallBar(0).draw(new WallBar.Mark("C01", "zero", Family.OTHER, 0, new Range(0, 0), true)));
        parsed(new RssBar(0, Optional.empty()).draw(new RssBar.Mark("C01", 0)));
        parsed(new CoresBar(0.5).draw(new CoresBar.Mark("C01", Optional.of(0.0), 0)));
    }

    @Test
    void hugeValuesAreDrawnInsideTheField() throws Exception {
        TradeOffChart.Point huge = new TradeOffChart.Point(
                "C01",
                "huge",
                "",
                Family.OTHER,
                true,
                Outcome.CLEAN,
                HUGE,
                Optional.of(new Range(1, HUGE)),
                HUGE,
                true);
        Figure figure = TradeOffChart.draw(
                new TradeOffChart.Input("huge", "x", "y", List.of(huge), Optional.of(new BudgetLine(HUGE, "budget"))));
        wellFormed(figure);
        RssByRowsChart.Line line = new RssByRowsChart.Line(
                "huge",
                Family.OTHER,
                List.of(
                        Specimens.size("C01", HUGE, "1e15", List.of(HUGE), Optional.empty()),
                        Specimens.size("C01", 1e-9, "0", List.of(1e-9), Optional.empty())));
        wellFormed(RssByRowsChart.draw(new RssByRowsChart.Input("huge", "x", "y", List.of(line), Optional.empty())));
        wellFormed(WaterfallChart.draw(new WaterfallChart.Input(
                "huge",
                "x",
                List.of(
                        new WaterfallChart.Row("C01", "huge", "huge", "", HUGE, 1 / HUGE, ""),
                        new WaterfallChart.Row("C02", "huge", "huge", "", 1 / HUGE, HUGE, "")))));
        wellFormed(timeline(
                HUGE,
                new TimelineChart.Panel(
                        "C01",
                        "huge",
                        "",
                        Family.OTHER,
                        Outcome.CLEAN,
                        HUGE,
                        List.of(new TimelineChart.Sample(HUGE, HUGE, HUGE, HUGE)))));
    }

    @Test
    void manyCellsAreDrawnWithoutLabelsThatHaveNoRoom() throws Exception {
        List<TradeOffChart.Point> points = IntStream.range(0, 500)
                .mapToObj(index -> Specimens.point(
                        "C" + index, Family.STREAMING, true, Outcome.CLEAN, 20 + index % 7, 1, false, ""))
                .toList();
        Figure figure = TradeOffChart.draw(new TradeOffChart.Input("many", "x", "y", points, Optional.empty()));
        wellFormed(figure);
        assertThat(figure.wide().markup()).contains("<title>C499</title>").doesNotContain(">C499</text>");
    }

    @Test
    void manyForksWrapInsideTheirCell() throws Exception {
        List<ForkSquares.CellForks> cells = IntStream.range(0, 60)
                .mapToObj(index -> new ForkSquares.CellForks(
                        "C" + index, "20 clean", Collections.nCopies(20, ForkSquares.State.CLEAN)))
                .toList();
        Figure figure = ForkSquares.draw("1200 clean", cells);
        wellFormed(figure);
        assertThat(widthOf(figure.wide())).isLessThanOrEqualTo(700);
        assertThat(widthOf(figure.narrow())).isLessThanOrEqualTo(352);
    }

    @Test
    void aCellThatRanMoreForksTakesSeveralSlotsOfItsRow() throws Exception {
        List<ForkSquares.CellForks> cells =
                List.of(clean("C01", 6), clean("C02", 6), clean("C03", 20), clean("C04", 6));
        Figure figure = ForkSquares.draw("38 clean", cells);
        wellFormed(figure);
        assertThat(widthOf(figure.wide())).isLessThanOrEqualTo(700);
        assertThat(figure.wide().markup()).contains("height=\"36\"");
    }

    @Test
    void ofVeryManyCellsEachHasOneSquareThatShowsItsWorstFork() throws Exception {
        List<ForkSquares.CellForks> cells = IntStream.range(0, 1000)
                .mapToObj(index -> new ForkSquares.CellForks(
                        "C" + index,
                        "",
                        List.of(
                                ForkSquares.State.CLEAN,
                                index == 7 ? ForkSquares.State.FAILED : ForkSquares.State.CLEAN)))
                .toList();
        Figure figure = ForkSquares.draw("2000 planned", cells);
        wellFormed(figure);
        assertThat(figure.wide().markup().split("<rect", -1)).hasSize(1001);
        assertThat(figure.wide().markup().split("c-sq-failed", -1)).hasSize(2);
        assertThat(figure.wide().markup()).contains("<title>C7: failed</title>", "One square a cell");
        assertThat(widthOf(figure.wide())).isLessThanOrEqualTo(700);
        assertThat(widthOf(figure.narrow())).isLessThanOrEqualTo(352);
    }

    private static ForkSquares.CellForks clean(String cell, int forks) {
        return new ForkSquares.CellForks(cell, "clean", Collections.nCopies(forks, ForkSquares.State.CLEAN));
    }

    @Test
    void anHourOfSamplesGivesTwoHundredPointsAtMost() {
        List<TimelineChart.Sample> samples = new ArrayList<>();
        for (int tenth = 1; tenth <= 36_000; tenth++) {
            samples.add(new TimelineChart.Sample(tenth / 10.0, tenth / 7.0, tenth / 6.0, tenth % 97));
        }
        Figure figure = timeline(
                4, new TimelineChart.Panel("C01", "an hour", "", Family.STREAMING, Outcome.CLEAN, 3600, samples));
        assertThat(figure.wide().markup().split("[ML]", -1)).hasSizeLessThan(7 * 200);
    }

    @Test
    void whatCannotBeDrawnIsRefusedWithItsName() {
        assertThatThrownBy(() -> Specimens.point("C05", Family.OTHER, true, Outcome.FAILED, Double.NaN, 1, false, ""))
                .hasMessage("wall time of C05: NaN cannot be drawn, use 0 to 1e15");
        assertThatThrownBy(() -> new Range(2, 1)).hasMessage("range: low 2.0 is above high 1.0");
        assertThatThrownBy(() -> new CoresBar(0)).hasMessage("granted cores: 0 cannot be drawn, use more than 0");
        assertThatThrownBy(() -> new BudgetLine(Double.POSITIVE_INFINITY, ""))
                .hasMessageContaining("Infinity cannot be drawn");
    }

    private static Figure timeline(double granted, TimelineChart.Panel panel) {
        return TimelineChart.draw(new TimelineChart.Input("RSS", granted, Optional.of(1.0), List.of(panel)))
                .get(0)
                .figure();
    }

    private static double widthOf(Drawing drawing) throws Exception {
        return Double.parseDouble(
                DrawingRulesTest.parsed(drawing).getDocumentElement().getAttribute("width"));
    }

    private static void wellFormed(Figure figure) throws Exception {
        parsed(figure.wide());
        parsed(figure.narrow());
    }

    private static void parsed(Drawing drawing) throws Exception {
        assertThat(DrawingRulesTest.parsed(drawing).getDocumentElement().getTagName())
                .isEqualTo("svg");
        assertThat(drawing.markup()).doesNotContain("NaN", "Infinity");
    }
}
