// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Marks of drawings with axes lie where their numbers are, as a reader reads the axes. */
class RecomputedDrawingsTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;
    private static final Pattern STEP = Pattern.compile("([MLHV])([\\d.]+)(?: ([\\d.]+))?");

    private final List<RecordedCell> ranked = RUN.forks().cells().stream()
            .filter(cell -> cell.axis("dataset").equals("production-medium"))
            .toList();

    /** Corners of a path. */
    private static List<double[]> corners(Element path) {
        List<double[]> corners = new ArrayList<>();
        for (MatchResult step : STEP.matcher(path.attr("d")).results().toList()) {
            double[] last = corners.isEmpty() ? new double[2] : corners.get(corners.size() - 1);
            double number = Double.parseDouble(step.group(2));
            corners.add(
                    switch (step.group(1)) {
                        case "H" -> new double[] {number, last[1]};
                        case "V" -> new double[] {last[0], number};
                        default -> new double[] {number, Double.parseDouble(step.group(3))};
                    });
        }
        return corners;
    }

    /** Of a dot, of a square, or of the ends of a cross. */
    private static double[] middle(Element mark) {
        if (mark.tagName().equals("circle")) {
            return new double[] {Drawn.at(mark, "cx"), Drawn.at(mark, "cy")};
        }
        if (mark.tagName().equals("rect")) {
            return new double[] {
                Drawn.at(mark, "x") + Drawn.at(mark, "width") / 2, Drawn.at(mark, "y") + Drawn.at(mark, "height") / 2
            };
        }
        List<double[]> corners = corners(mark);
        return new double[] {(corners.get(0)[0] + corners.get(1)[0]) / 2, (corners.get(0)[1] + corners.get(1)[1]) / 2};
    }

    private static List<Element> wideAndNarrow(String select) {
        List<Element> drawings = new ArrayList<>();
        for (String width : List.of(".wide", ".narrow")) {
            drawings.addAll(RUN.page().select(select + " " + width + " svg"));
        }
        return drawings;
    }

    @Test
    void everyPointOfTimeAgainstMemoryLiesWhereItsNumbersAre() {
        for (Element svg : wideAndNarrow("#tradeoff figure:first-of-type")) {
            Drawn drawn = Drawn.of(svg);
            DoubleUnaryOperator x = drawn.across(value -> value);
            DoubleUnaryOperator y = drawn.upwards(value -> value, 4);
            assertThat(drawn.marks()).hasSameSizeAs(ranked);
            for (Element mark : drawn.marks()) {
                CellFigures cell = CellFigures.of(mark.attr("data-cell"));
                Element range = mark.selectFirst("line.c-range");
                Element point = mark.selectFirst(".c-pt");
                boolean round = point.tagName().equals("circle");
                double half = round ? 0 : Drawn.at(point, "width") / 2;
                Drawn.near(
                        Drawn.at(range, "x1"),
                        x.applyAsDouble(cell.least()),
                        "fastest fork of " + cell.cell().name());
                Drawn.near(
                        Drawn.at(range, "x2"),
                        x.applyAsDouble(cell.most()),
                        "slowest fork of " + cell.cell().name());
                Drawn.near(
                        Drawn.at(range, "y1"),
                        y.applyAsDouble(cell.cell().peakRss() / 1e9),
                        "memory of " + cell.cell().name());
                Drawn.near(
                        Drawn.at(point, round ? "cx" : "x") + half,
                        x.applyAsDouble(cell.cell().wall()),
                        "wall of " + cell.cell().name());
                Drawn.near(
                        Drawn.at(point, round ? "cy" : "y") + half,
                        y.applyAsDouble(cell.cell().peakRss() / 1e9),
                        "memory of " + cell.cell().name());
            }
        }
    }

    @Test
    void everyForkOfAScalingChartLiesWhereItsNumbersAre() {
        List<Element> drawings = RUN.page().select("#scaling figure svg");
        assertThat(drawings).hasSize(4);
        for (Element svg : drawings) {
            Drawn drawn = Drawn.of(svg);
            DoubleUnaryOperator x = drawn.across(value -> value);
            DoubleUnaryOperator y = drawn.upwards(value -> value, 4);
            for (Element mark : drawn.marks()) {
                RecordedCell cell = RUN.cell(mark.attr("data-cell"));
                List<double[]> forks = mark.select("circle,path,rect").stream()
                        .map(RecomputedDrawingsTest::middle)
                        .toList();
                assertThat(forks).hasSameSizeAs(cell.forks());
                for (int i = 0; i < forks.size(); i++) {
                    Drawn.near(forks.get(i)[0], x.applyAsDouble(cell.requestedWorkers()), cell.name());
                    Drawn.near(
                            forks.get(i)[1], y.applyAsDouble(cell.forks().get(i).wall()), cell.name());
                }
            }
        }
    }

    @Test
    void everyForkOfMemoryByRowsLiesWhereItsNumbersAre() {
        for (Element svg : wideAndNarrow("#tradeoff figure:last-of-type")) {
            Drawn drawn = Drawn.of(svg);
            DoubleUnaryOperator y = drawn.upwards(value -> value, 4);
            for (Element mark : drawn.marks()) {
                RecordedCell cell = RUN.cell(mark.attr("data-cell"));
                double[] places = mark.select(".c-dot").stream()
                        .mapToDouble(dot -> dot.tagName().equals("circle")
                                ? Drawn.at(dot, "cy")
                                : Drawn.at(dot, "y") + Drawn.at(dot, "height") / 2)
                        .sorted()
                        .toArray();
                double[] expected = cell.forks().stream()
                        .mapToDouble(fork -> y.applyAsDouble(Quantity.RSS.of(fork) / 1e9))
                        .sorted()
                        .toArray();
                assertThat(places).hasSameSizeAs(expected);
                for (int i = 0; i < places.length; i++) {
                    Drawn.near(places[i], expected[i], cell.name());
                }
            }
        }
    }

    /** Memory over time goes through each sample of the fork shown, and ends where its process did. */
    @Test
    void everySampleOfATimelineLiesWhereItsNumbersAre() throws IOException {
        List<Element> drawings = RUN.page().select("#timelines svg");
        assertThat(drawings).hasSize(2 * RUN.forks().cells().size());
        for (Element svg : drawings) {
            Element mark = svg.selectFirst("g[data-cell]");
            RecordedCell cell = RUN.cell(mark.attr("data-cell"));
            DoubleUnaryOperator x = Drawn.of(svg).across(value -> value);
            DoubleUnaryOperator y = memory(svg);
            List<String> samples = Files.readAllLines(RUN.forks()
                    .folder()
                    .resolve(cell.shown().line().get("samples").asText()));
            List<double[]> path = corners(svg.selectFirst("path.c-mem"));
            assertThat(path).as(cell.name()).hasSize(samples.size() - 1 + 2);
            for (int i = 1; i < samples.size(); i++) {
                String[] sample = samples.get(i).split(",", -1);
                Drawn.near(path.get(i - 1)[0], x.applyAsDouble(Double.parseDouble(sample[0]) / 1e3), cell.name());
                Drawn.near(path.get(i - 1)[1], y.applyAsDouble(Double.parseDouble(sample[3]) / 1e9), cell.name());
            }
            Drawn.near(
                    Drawn.at(svg.selectFirst("line.c-end"), "x1"),
                    x.applyAsDouble(cell.shown().life()),
                    cell.name());
        }
    }

    /** The lower one of the two axes that go up: its ticks begin at 0 again. */
    private static DoubleUnaryOperator memory(Element svg) {
        List<Element> ticks = svg.select("text.c-tick[text-anchor=end]");
        double floor = svg.select("line.c-axis").stream()
                .mapToDouble(line -> Drawn.at(line, "y1"))
                .max()
                .orElseThrow();
        Element last = ticks.get(ticks.size() - 1);
        double top = Drawn.at(last, "y") - 3.5;
        assertThat(Drawn.at(ticks.get(ticks.size() - 1), "y")).isLessThan(floor);
        return value -> floor + value / Double.parseDouble(last.text()) * (top - floor);
    }
}
