// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static dev.runmatrix.reports.recomputed.ReportSection.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every number of claims and of options, in both reports, row by row. */
class RecomputedClaimsTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;
    private static final CellFigures CURRENT = CellFigures.of("C01");
    private static final List<String> OPTIONS = List.of("C06", "C02", "C07");
    private static final List<String> STATED = List.of("3 4", "2", "5 6");

    private static String forks(CellFigures cell) {
        return cell.median() + " s " + cell.forks();
    }

    private static List<String> speedUp(String name, String cell, String limit, String stated, String told) {
        CellFigures faster = CellFigures.of(cell);
        return List.of(
                name,
                told,
                faster.timesAsFast(CURRENT),
                limit,
                forks(CURRENT) + " " + forks(faster) + atMost(),
                stated);
    }

    /** What it would be if all cores were busy and there were no more work. */
    private static String atMost() {
        double granted = RUN.forks().granted();
        double used = CURRENT.cell().cores();
        return " " + Printed.cores(used) + " " + Printed.bare(granted) + " " + Printed.fixed(granted / used, 2);
    }

    private static String ratio(CellFigures one, CellFigures other, ToDoubleFunction<RecordedFork> of) {
        return Printed.ratio(Arithmetic.ratio(one.cell().all(of), other.cell().all(of))) + " " + ends(one, other, of);
    }

    private static String ends(CellFigures one, CellFigures other, ToDoubleFunction<RecordedFork> of) {
        double[] ends = Arithmetic.ends(one.cell().all(of), other.cell().all(of));
        return Printed.ratioNumber(ends[0]) + " " + Printed.ratioNumber(ends[1]);
    }

    private static List<String> growth() {
        CellFigures large = CellFigures.of("C07");
        CellFigures small = CellFigures.of("C11");
        return List.of(
                "K4",
                "",
                ratio(large, small, Quantity.RSS::of),
                "\u00d71.15",
                rows(large) + " " + rows(small) + " " + megabytes(large) + " " + megabytes(small),
                "");
    }

    private static String rows(CellFigures cell) {
        return Printed.count(RUN.forks().rows(cell.cell()));
    }

    private static String megabytes(CellFigures cell) {
        return Printed.fixed(Quantity.RSS.median(cell.cell()) / 1e6, 0) + " MB " + cell.forks();
    }

    private static List<RecordedCell> of(String mode) {
        return RUN.forks().cells().stream()
                .filter(cell -> cell.axis("mode").equals(mode))
                .toList();
    }

    private static List<String> bound() {
        CellFigures most = CellFigures.of(of("streaming").stream()
                .max(Comparator.comparingDouble(RecordedCell::peakRss))
                .orElseThrow()
                .name());
        int cells = of("streaming").size();
        String memory = most.memory() + " GB";
        return List.of("K5", "4 GB", memory, "4 GB", memory + " " + most.forks() + " " + cells + " " + cells, "");
    }

    /** Each streaming cell with each other one of its input; the pair with the greatest ratio decides. */
    private static List<String> slowdown() {
        int pairs = 0;
        CellFigures one = CURRENT;
        CellFigures other = CURRENT;
        for (RecordedCell slow : of("streaming")) {
            for (RecordedCell fast : of("in-memory")) {
                if (slow.axis("dataset").equals(fast.axis("dataset"))) {
                    pairs++;
                    if (Arithmetic.ratio(slow.walls(), fast.walls())
                            > Arithmetic.ratio(one.cell().walls(), other.cell().walls())) {
                        one = CellFigures.of(slow.name());
                        other = CellFigures.of(fast.name());
                    }
                }
            }
        }
        return List.of(
                "K6",
                "4",
                ratio(one, other, RecordedFork::wall),
                "\u00d74.00",
                forks(one) + " " + forks(other) + " " + pairs + " " + pairs,
                "");
    }

    private static List<String> same() {
        List<String> told = new ArrayList<>();
        long medium = 0;
        long cells = RUN.forks().cells().stream()
                .filter(cell -> cell.axis("dataset").equals("production-medium"))
                .count();
        for (RecordedCell cell : RUN.forks().cells()) {
            int forks = RUN.all().lines(cell.name()).size();
            medium += cell.axis("dataset").equals("production-medium") ? forks : 0;
            if (told.size() < 8) {
                told.add("1");
                told.add(Integer.toString(forks));
            }
        }
        return List.of(
                "K7",
                "",
                "1",
                "1",
                cells + " " + String.join(" ", told) + " " + (cells - 4) + " " + medium + " 2 2",
                "");
    }

    private static List<List<String>> claims() {
        return List.of(
                speedUp("K1", "C06", "3.00", "3 4", "3 4"),
                speedUp("K2", "C02", "1.80", "1.8 2.2", "100000 2"),
                speedUp("K3", "C07", "5.00", "5 6", "5 6"),
                growth(),
                bound(),
                slowdown(),
                same());
    }

    @Test
    void markdownTellsEachClaim() {
        ReportSection section = RUN.markdown("Claims");
        ReportTable table = section.tables().get(0);

        table.columns("", "Claim", "Value", "Limit", "Measured as", "Stated in").tells(claims());
        section.tells(List.of(line(7, 3, 3, 1, "95 %")));
    }

    @Test
    void htmlTellsEachClaim() {
        ReportSection section = RUN.html("claims");

        section.tables()
                .get(0)
                .columns("Claim", "Statement", "Value", "Limit", "Measured as", "Stated in")
                .tells(claims());
        section.tells(List.of(line(7, 3, 3, 1, "95 %")));
    }

    private static List<String> lead() {
        CellFigures fastest = least(RecordedCell::wall);
        CellFigures cheapest = least(RecordedCell::cpu);
        return line(
                number(fastest),
                3,
                fastest.wall() + " s",
                3,
                CellFigures.of("C04").wall() + " s",
                number(cheapest),
                cheapest.cpu() + " core\u2011s",
                2,
                "95 %");
    }

    private static CellFigures least(ToDoubleFunction<RecordedCell> of) {
        return CellFigures.of(OPTIONS.stream()
                .min(Comparator.comparingDouble(name -> of.applyAsDouble(RUN.cell(name))))
                .orElseThrow());
    }

    private static int number(CellFigures option) {
        return OPTIONS.indexOf(option.cell().name()) + 1;
    }

    private static List<List<String>> options(boolean html) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Current C01", "", "1", "", html, CURRENT));
        for (int i = 0; i < OPTIONS.size(); i++) {
            CellFigures option = CellFigures.of(OPTIONS.get(i));
            boolean chunks = i > 0;
            String within = i == 1 ? " \u00b15 %" : "";
            rows.add(row(
                    "Option " + (i + 1) + " " + OPTIONS.get(i),
                    chunks ? "100000" : "",
                    option.shownTimesAsFast(CURRENT) + within,
                    STATED.get(i),
                    html,
                    option));
        }
        return rows;
    }

    private static List<String> row(
            String name, String change, String times, String stated, boolean html, CellFigures cell) {
        return html
                ? List.of(name, change, cell.wall(), times, stated, "", cell.cores(), cell.cpu(), cell.memory(), "", "")
                : List.of(
                        name,
                        change,
                        cell.wall(),
                        times,
                        stated,
                        "",
                        cell.cpu() + " " + cell.cores(),
                        cell.memory(),
                        "");
    }

    @Test
    void markdownTellsEachOption() {
        RUN.markdown("The options, measured").tables().get(0).tells(options(false));
        RUN.markdown("The options, measured").tells(List.of(lead()));
    }

    @Test
    void htmlTellsEachOption() {
        ReportTable table = RUN.html("options").tables().get(0);
        double longest = Math.max(
                CURRENT.most(),
                OPTIONS.stream()
                        .mapToDouble(name -> CellFigures.of(name).most())
                        .max()
                        .orElseThrow());

        table.columns(table.header().stream()
                        .filter(name -> !name.startsWith("0 to"))
                        .toArray(String[]::new))
                .tells(options(true));
        assertThat(PrintedNumbers.of(String.join(" ", table.header())))
                .isEqualTo(line(0, Printed.threeDigits(longest) + " s"));
        RUN.html("options").tells(List.of(lead()));
    }
}
