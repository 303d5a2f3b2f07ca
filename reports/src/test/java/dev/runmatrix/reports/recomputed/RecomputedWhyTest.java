// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static dev.runmatrix.reports.recomputed.ReportSection.line;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number about why two cells differ, in both reports, row by row. */
class RecomputedWhyTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;

    /** A cell, what it is held against, and why. */
    private static final List<List<String>> PAIRS = List.of(
            List.of("C06", "C01", "Option 1"),
            List.of("C02", "C01", "Option 2"),
            List.of("C07", "C01", "Option 3"),
            List.of("C04", "C01", "recommended"),
            List.of("C01", "C09", "slowest streaming against fastest in\u2011memory"),
            List.of("C09", "C04", "fastest in\u2011memory against fastest streaming"),
            List.of("C08", "C09", "slowest in\u2011memory against the fastest"),
            List.of("C06", "C04", "4 workers on 2 cores"),
            List.of("C07", "C05", "4 workers on 2 cores"));

    private static List<String> factors(List<String> pair) {
        CellFigures one = CellFigures.of(pair.get(0));
        CellFigures other = CellFigures.of(pair.get(1));
        double work = one.cell().cpu() / other.cell().cpu();
        double cores = one.cell().cores() / other.cell().cores();
        return List.of(
                pair.get(0),
                pair.get(1),
                pair.get(2),
                Printed.ratio(work) + " " + one.interval(other, RecordedFork::cpu),
                Printed.ratio(1 / cores) + " " + one.interval(other, fork -> 1 / fork.cores()),
                one.against(other) + " " + one.interval(other, RecordedFork::wall),
                "");
    }

    private static List<String> threads(List<String> pair) {
        RecordedFork one = RUN.cell(pair.get(0)).shown();
        RecordedFork other = RUN.cell(pair.get(1)).shown();
        double all = one.cpu() / other.cpu() - 1;
        double own = share(one, other, "work");
        double garbage = share(one, other, "garbage");
        double compiler = share(one, other, "compiler");
        return Stream.concat(
                        Stream.of(pair.get(0), pair.get(1)),
                        Stream.of(all, own, garbage, compiler, all - own - garbage - compiler)
                                .map(RecomputedWhyTest::signed))
                .toList();
    }

    private static double share(RecordedFork one, RecordedFork other, String role) {
        return (one.seconds(role) - other.seconds(role)) / other.cpu();
    }

    private static String signed(double share) {
        String number = Printed.fixed(Math.abs(share), 3);
        return number.equals("0.000") ? number : (share > 0 ? "+" : "\u2212") + number;
    }

    private static List<String> time(String name) {
        CellFigures figures = CellFigures.of(name);
        RecordedCell cell = figures.cell();
        int workers = figures.label().contains("serial") ? 1 : cell.requestedWorkers();
        double wall = sum(cell);
        double cpu = cell.forks().stream().mapToDouble(f -> f.seconds("work")).sum() / wall / workers;
        double queue = cell.forks().stream()
                        .mapToDouble(f -> f.sum("work", "run_queue_nanos"))
                        .sum()
                / wall
                / workers;
        double paused = cell.forks().stream()
                        .mapToDouble(f -> f.at("/region/gc_millis") / 1e3)
                        .sum()
                / wall;
        double used = cell.forks().stream().mapToDouble(RecordedFork::cpu).sum() / wall;
        return List.of(
                name,
                figures.label(),
                Printed.cores(used),
                Integer.toString(workers),
                Printed.fixed(100 * cpu, 1),
                Printed.fixed(100 * queue, 1),
                Printed.fixed(100 * (1 - cpu - queue), 1),
                Printed.fixed(100 * paused, 1));
    }

    private static double sum(RecordedCell cell) {
        return cell.forks().stream().mapToDouble(RecordedFork::wall).sum();
    }

    /** All cells of the pairs, those of a pair one after the other, each once. */
    private static List<List<String>> times() {
        Set<String> names = new LinkedHashSet<>();
        PAIRS.forEach(pair -> names.addAll(pair.subList(0, 2)));
        return names.stream().map(RecomputedWhyTest::time).toList();
    }

    private static List<String> told(String one, String other) {
        return line((Object) RUN.cell(one).decomposition(RUN.cell(other)));
    }

    private static void tells(ReportSection section) {
        section.table("CPU work")
                .tells(PAIRS.stream().map(RecomputedWhyTest::factors).toList());
        section.table("Own threads")
                .tells(PAIRS.stream().map(RecomputedWhyTest::threads).toList());
        section.table("Workers").tells(times());
        section.tells(List.of(told("C04", "C01"), told("C01", "C09"), told("C09", "C04"), line("\u00d71", "95 %")));
    }

    @Test
    void markdownTellsThem() {
        tells(RUN.markdown("Why cells differ"));
    }

    @Test
    void htmlTellsThem() {
        tells(RUN.html("why"));
    }

    /** Words beside the bars and what is read out of them. */
    @Test
    void theDrawingTellsThem() {
        List<List<String>> expected = new ArrayList<>();
        for (List<String> pair : PAIRS) {
            String[] parts = RUN.cell(pair.get(0)).decomposition(RUN.cell(pair.get(1)));
            double cores = RUN.cell(pair.get(0)).cores() / RUN.cell(pair.get(1)).cores();
            expected.add(line(parts[1], Printed.ratio(1 / cores), parts[0]));
        }

        for (String width : List.of(".wide", ".narrow")) {
            Drawn drawn = Drawn.of(RUN.page().selectFirst("#why " + width + " svg"));
            drawn.titles(expected);
            drawn.onLogScale(PAIRS.stream()
                    .map(pair ->
                            RUN.cell(pair.get(0)).wall() / RUN.cell(pair.get(1)).wall())
                    .toList());
        }
    }
}
