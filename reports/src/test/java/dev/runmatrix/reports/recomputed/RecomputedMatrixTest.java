// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Every number of the table of all cells, in both reports, row by row. */
class RecomputedMatrixTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;
    private static final int FORKS = 6;
    private static final List<String> UNIT = List.of("1 GB", "10");
    private static final List<String> COLOUR = List.of("4a8fd6");
    private static final CellFigures REFERENCE = CellFigures.of("C01");

    private static List<CellFigures> ranked(String input) {
        return RUN.forks().cells().stream()
                .filter(cell -> cell.axis("dataset").equals(input))
                .sorted(Comparator.comparingDouble(RecordedCell::wall))
                .map(cell -> CellFigures.of(cell.name()))
                .toList();
    }

    private static String ratio(CellFigures cell) {
        boolean same = cell.cell().name().equals(REFERENCE.cell().name());
        return same || !cell.elsewhere().isEmpty() ? "" : cell.against(REFERENCE);
    }

    /** Within a range of equality of 5 %. */
    private static String verdict(CellFigures cell) {
        String page = RUN.page()
                .select("#cells tr#" + cell.cell().name() + " td.ratio")
                .text();
        return page.contains("\u00b15") ? " \u00b15 %" : "";
    }

    private static List<String> markdownRow(CellFigures cell) {
        return List.of(
                cell.cell().name(),
                cell.label(),
                cell.wall() + " [" + cell.range() + "]",
                ratio(cell) + verdict(cell),
                cell.cpu(),
                cell.cores(),
                cell.memory(),
                cell.forks() + " of " + cell.forks(),
                "");
    }

    @Test
    void markdownTellsEachRow() {
        List<ReportTable> tables = RUN.markdown("All cells").tables();

        assertThat(tables).hasSize(2);
        tables.get(0)
                .tells(ranked("production-medium").stream()
                        .map(RecomputedMatrixTest::markdownRow)
                        .toList());
        tables.get(1)
                .tells(ranked("production-small").stream()
                        .map(RecomputedMatrixTest::markdownRow)
                        .toList());
    }

    @Test
    void htmlTellsEachRow() {
        List<List<String>> expected = new ArrayList<>();
        for (String input : List.of("production-medium", "production-small")) {
            for (CellFigures cell : ranked(input)) {
                String interval = ratio(cell).isEmpty() ? "" : " " + cell.interval(REFERENCE, RecordedFork::wall);
                boolean streams = cell.cell().axis("mode").equals("streaming");
                expected.add(List.of(
                        cell.cell().name(),
                        "",
                        "",
                        cell.label().contains("serial") ? "" : cell.cell().axis("max_workers"),
                        streams ? Printed.count(Double.parseDouble(cell.cell().axis("chunk_size"))) : "",
                        cell.wall(),
                        "",
                        "",
                        cell.range(),
                        ratio(cell) + interval + verdict(cell),
                        cell.cpu(),
                        cell.cores(),
                        "",
                        cell.memory(),
                        "",
                        cell.forks() + " of " + cell.forks(),
                        ""));
            }
        }

        RUN.html("matrix").tables().get(0).tells(expected);
    }

    /** What the page sorts and compares by has six digits more. */
    @Test
    void htmlSortsByWhatItShows() {
        for (RecordedCell cell : RUN.forks().cells()) {
            Element row = RUN.page().selectFirst("#cells tr#" + cell.name());
            List<String> exact = row.select("td[data-v]").not(".opt").eachAttr("data-v");

            assertThat(row.attr("data-wall"))
                    .isEqualTo(CellFigures.of(cell.name()).elsewhere().isEmpty() ? exactly(cell.wall()) : "");
            assertThat(exact.get(0)).isEqualTo(exactly(cell.wall()));
            assertThat(exact.get(1))
                    .isEqualTo(
                            CellFigures.of(cell.name()).elsewhere().isEmpty()
                                    ? exactly(cell.wall() / REFERENCE.cell().wall())
                                    : "");
            assertThat(exact.subList(2, 6))
                    .containsExactly(exactly(cell.cpu()), exactly(cell.cores()), exactly(cell.peakRss()), "6");
        }
    }

    private static String exactly(double value) {
        return Printed.bare(Double.parseDouble(Printed.fixed(value, 6)));
    }

    @Test
    void textsTellTheirNumbers() {
        List<String> input = List.of(Printed.count(RUN.forks().rows(REFERENCE.cell())));
        List<String> other = List.of(Printed.count(RUN.forks().rows(RUN.cell("C11"))));
        String[] bars = ranked("production-medium").stream()
                .sorted(Comparator.comparing(cell -> cell.wall()))
                .map(CellFigures::memory)
                .toArray(String[]::new);
        double highest = RUN.forks().cells().stream()
                .filter(cell -> cell.axis("dataset").equals("production-medium"))
                .mapToDouble(RecordedCell::peakRss)
                .max()
                .orElseThrow();
        List<String> lead = ReportSection.line(
                FORKS, covered(), "\u00d71", 0, Printed.bare(RUN.forks().granted()));

        RUN.markdown("All cells")
                .tells(List.of(
                        lead,
                        input,
                        other,
                        UNIT,
                        COLOUR,
                        List.of("4 GB"),
                        ReportSection.line(0, Printed.fixed(1.1 * highest / 1e9, 2)),
                        ReportSection.line((Object) bars)));
        List<List<String>> shown = new ArrayList<>(List.of(lead.subList(0, 3)));
        ranked("production-medium").forEach(cell -> shown.add(PrintedNumbers.of(cell.label())));
        shown.add(UNIT);
        RUN.html("matrix").tells(shown);
        assertThat(RUN.page().select("#cells tr.grp"))
                .map(group -> PrintedNumbers.of(group.text()))
                .containsExactly(input, other);
        assertThat(PrintedNumbers.of(RUN.page().selectFirst("#cells thead").text()))
                .containsExactlyElementsOf(ReportSection.line(
                        0,
                        Printed.threeDigits(longest()) + " s",
                        "\u00b15 %",
                        Printed.bare(RUN.forks().granted()),
                        "4 GB"));
    }

    private static double longest() {
        return RUN.forks().cells().stream()
                .mapToDouble(cell -> CellFigures.of(cell.name()).most())
                .max()
                .orElseThrow();
    }

    /** The median of all forks there could be lies outside of n of them where all are on one side of it. */
    private static String covered() {
        return Printed.percent(1 - 2 * Math.pow(0.5, FORKS));
    }
}
