// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static dev.runmatrix.reports.recomputed.ReportSection.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every number of time against memory and of larger inputs and machines, in both reports. */
class RecomputedSizesSectionTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;
    private static final String BUDGET = "4 GB";
    private static final List<List<String>> FAMILIES =
            List.of(List.of("C03", "C04", "C06"), List.of("C08", "C09", "C10"), List.of("C05", "C07"));

    private static String label(RecordedCell cell) {
        return CellFigures.of(cell.name()).label();
    }

    private static String rows(RecordedCell cell) {
        return RecordedSizes.rows(RUN.forks().rows(cell));
    }

    private static String gigabytes(RecordedCell cell) {
        return CellFigures.gigabytes(cell.peakRss());
    }

    /** From the smaller input to the larger one, of each configuration that has both. */
    private static List<String> grows() {
        List<String> told = new ArrayList<>();
        for (RecordedSizes sizes : RecordedSizes.of(RUN.forks())) {
            RecordedCell from = sizes.first();
            RecordedCell to = sizes.largest();
            told.addAll(line(
                    label(to),
                    gigabytes(from),
                    gigabytes(to) + " GB",
                    Printed.ratio(to.peakRss() / from.peakRss()),
                    rows(from),
                    rows(to),
                    Printed.ratio(RUN.forks().rows(to) / RUN.forks().rows(from))));
        }
        return told;
    }

    private static List<List<String>> memoryByRows(boolean bars) {
        List<List<String>> rows = new ArrayList<>();
        for (int size = 0; size < 2; size++) {
            List<String> row = new ArrayList<>();
            for (RecordedSizes sizes : RecordedSizes.of(RUN.forks())) {
                RecordedCell cell = sizes.alike().get(size);
                if (row.isEmpty()) {
                    row.add(Printed.count(RUN.forks().rows(cell)));
                }
                row.add(gigabytes(cell));
                if (bars) {
                    row.add("");
                }
            }
            rows.add(row);
        }
        return rows;
    }

    @Test
    void markdownTellsTimeAgainstMemory() {
        ReportSection section = RUN.markdown("Time against memory");

        section.tells(List.of(grows()));
        section.tables().get(0).tells(memoryByRows(true));
    }

    private static List<RecordedCell> ranked() {
        return RUN.forks().cells().stream()
                .filter(cell -> cell.axis("dataset").equals("production-medium"))
                .sorted(Comparator.comparingDouble(RecordedCell::wall))
                .toList();
    }

    @Test
    void htmlTellsTimeAgainstMemory() {
        ReportSection section = RUN.html("tradeoff");

        section.tells(List.of(line(BUDGET), grows()));
        section.tables()
                .get(0)
                .tells(ranked().stream()
                        .map(cell -> List.of(
                                cell.name(), label(cell), Printed.threeDigits(cell.wall()), gigabytes(cell), ""))
                        .toList());
        section.tables().get(1).tells(memoryByRows(false));
    }

    private static List<List<String>> workers(List<String> family, boolean html) {
        List<List<String>> rows = new ArrayList<>();
        for (String name : family) {
            CellFigures figures = CellFigures.of(name);
            String forks = figures.forks();
            List<String> row = new ArrayList<>(List.of(
                    name,
                    Integer.toString(figures.cell().requestedWorkers()),
                    figures.median(),
                    html ? figures.range() : figures.range() + " (" + forks + ")"));
            if (html) {
                row.add(forks);
            }
            row.addAll(List.of(efficiency(family, figures.cell()), "", ""));
            rows.add(row);
        }
        return rows;
    }

    /** Only of numbers of workers that have a core each, and against the first of them. */
    private static String efficiency(List<String> family, RecordedCell cell) {
        RecordedCell first = RUN.cell(family.get(0));
        boolean granted = cell.requestedWorkers() <= RUN.forks().granted();
        if (!granted || cell.name().equals(first.name())) {
            return "";
        }
        double more = (double) cell.requestedWorkers() / first.requestedWorkers();
        double[] ends = Arithmetic.ends(first.walls(), cell.walls());
        return Printed.fixed(Arithmetic.ratio(first.walls(), cell.walls()) / more, 2) + " "
                + Printed.fixed(ends[0] / more, 2) + " " + Printed.fixed(ends[1] / more, 2);
    }

    private static String number(Quantity quantity, double value) {
        return quantity == Quantity.RSS ? CellFigures.gigabytes(value) : Printed.threeDigits(value);
    }

    private static String unit(Quantity quantity) {
        return quantity == Quantity.RSS ? " GB" : quantity == Quantity.CPU ? " core\u2011s" : " s";
    }

    private static List<List<String>> growth() {
        List<List<String>> rows = new ArrayList<>();
        for (RecordedSizes sizes : RecordedSizes.of(RUN.forks())) {
            for (Quantity quantity : Quantity.values()) {
                rows.add(List.of(
                        label(sizes.largest()),
                        "",
                        "",
                        rows(sizes.first()) + "\u2013" + rows(sizes.largest()),
                        number(quantity, quantity.median(sizes.first())) + "\u2013"
                                + number(quantity, quantity.median(sizes.largest())) + unit(quantity),
                        sizes.elasticity(quantity),
                        ""));
            }
        }
        return rows;
    }

    private static List<List<String>> larger() {
        List<List<String>> told = new ArrayList<>();
        for (RecordedSizes sizes : RecordedSizes.of(RUN.forks())) {
            List<String> one = new ArrayList<>(line(label(sizes.largest()), "50 M"));
            for (Quantity quantity : Quantity.values()) {
                double[] band = sizes.larger(quantity).orElseThrow().band(50e6);
                one.addAll(line(
                        number(quantity, band[0]) + unit(quantity),
                        number(quantity, band[1]),
                        number(quantity, band[2])));
            }
            double most = sizes.larger(Quantity.RSS).orElseThrow().within(4e9, 2);
            one.addAll(line(BUDGET, RecordedSizes.rows(most)));
            told.add(one);
        }
        return told;
    }

    private static List<List<String>> scalingTexts() {
        String granted = Printed.bare(RUN.forks().granted());
        List<List<String>> told =
                new ArrayList<>(List.of(line(0, 9, 10), line("50k", granted), line(granted), line("100k")));
        told.addAll(larger());
        return told;
    }

    @Test
    void markdownTellsOfScaling() {
        ReportSection section = RUN.markdown("Scaling and projections");

        section.tells(scalingTexts());
        for (int i = 0; i < FAMILIES.size(); i++) {
            section.tables().get(i).tells(workers(FAMILIES.get(i), false));
        }
        section.table("Growth").tells(growth());
    }

    @Test
    void htmlTellsOfScaling() {
        ReportSection section = RUN.html("scaling");

        section.tells(scalingTexts());
        for (int i = 0; i < FAMILIES.size(); i++) {
            section.tables().get(i).tells(workers(FAMILIES.get(i), true));
        }
        section.table("Growth").tells(growth());
    }

    @Test
    void htmlTellsOfTimelines() {
        List<List<String>> expected = new ArrayList<>(
                List.of(line("100 ms", "0.25 s", Printed.bare(RUN.forks().granted()), BUDGET)));
        for (RecordedCell cell : RUN.forks().cells()) {
            expected.add(line(Printed.seconds(cell.wall()), Printed.cores(cell.cores())));
            expected.add(line(label(cell)));
        }

        RUN.html("timelines").tells(expected);
    }
}
