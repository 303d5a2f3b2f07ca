// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Lengths and places of the small drawings of rows, and all that drawings say in words. */
class RecomputedMarksTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;
    private static final Pattern PLACE = Pattern.compile("[MLHV]?([\\d.]+)");
    private static final double START = 1;

    private static Element drawing(RecordedCell cell, int which) {
        return RUN.page().select("#cells tr#" + cell.name() + " td.mark svg").get(which);
    }

    private static double longest() {
        return RUN.forks().cells().stream()
                .mapToDouble(cell -> CellFigures.of(cell.name()).most())
                .max()
                .orElseThrow();
    }

    /** The whisker's ends: where its path begins and goes to first. */
    private static double[] whisker(Element svg) {
        List<Double> places = PLACE.matcher(svg.selectFirst(".c-whisker").attr("d"))
                .results()
                .map(MatchResult::group)
                .filter(part -> part.startsWith("M") || part.startsWith("H"))
                .map(part -> Double.parseDouble(part.substring(1)))
                .limit(2)
                .toList();
        return new double[] {places.get(0), places.get(1)};
    }

    @Test
    void barsOfWallTimesShareOneScaleFromZero() {
        for (RecordedCell cell : RUN.forks().cells()) {
            CellFigures figures = CellFigures.of(cell.name());
            Element svg = drawing(cell, 0);
            double width = 90 - START;
            double[] ends = whisker(svg);
            Drawn.near(Drawn.at(svg.selectFirst("rect.c-bar"), "width"), cell.wall() / longest() * width, cell.name());
            Drawn.near(ends[0], START + figures.least() / longest() * width, cell.name());
            Drawn.near(ends[1], START + figures.most() / longest() * width, cell.name());
        }
    }

    @Test
    void barsOfCoresEndAtTheGrantedOnes() {
        for (RecordedCell cell : RUN.forks().cells()) {
            Element svg = drawing(cell, 2);
            double width = 59 - START;
            double granted = RUN.forks().granted();
            Drawn.near(Drawn.at(svg.selectFirst("rect.c-bar"), "width"), cell.cores() / granted * width, cell.name());
            Drawn.near(
                    Drawn.at(svg.selectFirst("line.c-end"), "x1"),
                    START + Math.min(cell.requestedWorkers(), granted) / granted * width,
                    cell.name());
        }
    }

    @Test
    void barsOfMemoryShareOneScaleFromZero() {
        double most = RUN.forks().cells().stream()
                .mapToDouble(RecordedCell::peakRss)
                .max()
                .orElseThrow();
        for (RecordedCell cell : RUN.forks().cells()) {
            Drawn.near(
                    Drawn.at(drawing(cell, 3).selectFirst("rect.c-bar"), "width"),
                    cell.peakRss() / most * (58 - START),
                    cell.name());
        }
    }

    /** The fork shown is in the middle; a twentieth of it reaches to where the line ends, less half a dot. */
    @Test
    void dotsOfForksLieAsFarFromTheMiddleAsTheirTimes() {
        for (RecordedCell cell : RUN.forks().cells()) {
            Element svg = drawing(cell, 1);
            Element line = svg.selectFirst("line.c-grid");
            double middle = (Drawn.at(line, "x1") + Drawn.at(line, "x2")) / 2;
            double reach = Drawn.at(line, "x2") - middle - 2.4;
            double[] away = Arrays.stream(cell.walls())
                    .map(wall -> wall / cell.wall() - 1)
                    .toArray();
            double[] near =
                    Arrays.stream(away).filter(share -> Math.abs(share) <= 0.05).toArray();
            List<Element> dots = svg.select("circle");
            assertThat(dots).as(cell.name()).hasSize(near.length);
            for (int i = 0; i < near.length; i++) {
                Drawn.near(Drawn.at(dots.get(i), "cx"), middle + near[i] / 0.05 * reach, cell.name());
            }
            double widest = Arrays.stream(away)
                    .boxed()
                    .max(Comparator.comparingDouble(Math::abs))
                    .orElseThrow();
            String said = near.length == away.length
                    ? ""
                    : (widest > 0 ? "+" : "\u2212") + Printed.fixed(Math.abs(100 * widest), 0) + " %";
            assertThat(PrintedNumbers.plain(svg.select("text").text())).isEqualTo(said);
        }
    }

    /** All on the scale of the first one, their whiskers too. */
    @Test
    void barsOfTheAnswerAreAsLongAsTheirTimes() {
        for (Element svg : RUN.page().select("#answer .bars svg")) {
            List<Element> marks = svg.select("g[data-cell]");
            double scale = 0;
            for (Element mark : marks) {
                CellFigures cell = CellFigures.of(mark.attr("data-cell"));
                double width = Drawn.at(mark.selectFirst("rect.c-bar"), "width");
                scale = scale == 0 ? width / cell.cell().wall() : scale;
                double start = Drawn.at(mark.selectFirst("rect.c-bar"), "x");
                double[] ends = whisker(mark);
                Drawn.near(width, cell.cell().wall() * scale, cell.cell().name());
                Drawn.near(ends[0] - start, cell.least() * scale, cell.cell().name());
                Drawn.near(ends[1] - start, cell.most() * scale, cell.cell().name());
                assertThat(PrintedNumbers.of(mark.select("text").last().text()))
                        .isEqualTo(ReportSection.line(cell.wall() + " s", cell.memory() + " GB"));
            }
        }
    }

    private static List<String> tips() {
        return RUN.forks().cells().stream()
                .map(cell -> PrintedNumbers.plain(CellFigures.of(cell.name()).tip()))
                .toList();
    }

    /** Of drawings of cells; claims and comparisons have their own. */
    @Test
    void whatIsSaidOfAMarkIsSaidOfItsCell() {
        int told = 0;
        for (Element mark : RUN.page().select("svg g[data-cell]:has(> title)")) {
            String cell = mark.attr("data-cell");
            boolean ofCell = mark.closest("#why") == null && cell.startsWith("C");
            if (ofCell) {
                told++;
                assertThat(PrintedNumbers.plain(mark.selectFirst("title").text())
                                .replace("Cores and memory over time of ", ""))
                        .isEqualTo(PrintedNumbers.plain(CellFigures.of(cell).tip()));
            }
        }
        assertThat(told).isGreaterThan(40);
    }

    /** A number of a label is one that stands in the text of its section, or one of its cell. */
    @Test
    void labelsAndTitlesHaveNoOtherNumbers() {
        for (Element section : RUN.page().select("main > section")) {
            List<List<String>> known = known(section);
            for (String label : labels(section)) {
                List<String> numbers = PrintedNumbers.of(label);
                if (!numbers.isEmpty()) {
                    assertThat(known).as("%s of %s", label, section.id()).contains(numbers);
                }
            }
        }
    }

    private static List<String> labels(Element section) {
        return Stream.of("aria-label", "title", "placeholder")
                .flatMap(name -> section.select("[" + name + "]").eachAttr(name).stream())
                .toList();
    }

    private static List<List<String>> known(Element section) {
        List<List<String>> known = new ArrayList<>();
        tips().forEach(tip -> known.add(PrintedNumbers.of(tip)));
        section.select("#claims tbody tr")
                .forEach(row ->
                        known.add(PrintedNumbers.of(row.select("td").get(2).text() + " "
                                + row.select("td").get(3).text())));
        for (int i = 0; i < 3; i++) {
            known.add(List.of(Integer.toString(i + 1)));
        }
        known.add(ReportSection.line(72, 72));
        known.add(ReportSection.line(10));
        known.add(ReportSection.line(9));
        known.add(ReportSection.line("50k"));
        known.add(ReportSection.line("100k"));
        CellFigures current = CellFigures.of("C01");
        known.add(
                ReportSection.line(current.wall() + " s", CellFigures.of("C04").wall() + " s"));
        return known;
    }

    /** Numbers that are drawn, but for those of ticks, and of the small drawings that are looked at above. */
    @Test
    void wordsInDrawingsHaveNoOtherNumbers() {
        String granted = Printed.bare(RUN.forks().granted());
        int told = 0;
        for (Element text : RUN.page().select("svg text").not(".c-tick:not(.c-name):not(.c-note):not(.c-fail-t)")) {
            List<String> numbers = PrintedNumbers.of(text.text());
            Element mark = text.closest("g[data-cell]");
            boolean ofComparison = text.hasClass("c-lab") && text.closest("#why") != null;
            if (!numbers.isEmpty() && !ofComparison) {
                told++;
                List<List<String>> known = new ArrayList<>(known(text.closest("section")));
                known.add(List.of(granted));
                known.add(List.of("4 GB"));
                known.add(ReportSection.line(4, granted));
                known.add(ReportSection.line(4));
                known.add(ReportSection.line(4, "100k"));
                if (mark != null && mark.closest("#why") == null) {
                    CellFigures cell = CellFigures.of(mark.attr("data-cell"));
                    known.add(ReportSection.line(cell.wall() + " s", cell.memory() + " GB"));
                    known.add(ReportSection.line(cell.memory()));
                }
                assertThat(known).as(text.outerHtml()).contains(numbers);
            }
        }
        assertThat(told).isGreaterThan(15);
    }
}
