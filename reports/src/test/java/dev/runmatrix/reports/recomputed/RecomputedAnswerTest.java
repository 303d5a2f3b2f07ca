// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static dev.runmatrix.reports.recomputed.ReportSection.line;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every number of the answer, of the state of the run and of what stands above them. */
class RecomputedAnswerTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;
    private static final double BUDGET = 4e9;
    private static final String LIMIT = "4 GB";
    private static final String NEAR = "5 %";

    private final List<RecordedCell> cells = RUN.forks().cells().stream()
            .filter(cell -> cell.axis("dataset").equals("production-medium") && cell.peakRss() <= BUDGET)
            .toList();
    private final CellFigures current = CellFigures.of("C01");
    private final CellFigures fastest = least(RecordedCell::wall);
    private final CellFigures smallest = least(RecordedCell::peakRss);
    private final CellFigures cheapest = least(RecordedCell::cpu);

    private CellFigures least(ToDoubleFunction<RecordedCell> of) {
        return CellFigures.of(
                cells.stream().min(Comparator.comparingDouble(of)).orElseThrow().name());
    }

    private List<List<String>> said() {
        double more = fastest.cell().peakRss() - current.cell().peakRss();
        return List.of(
                line(
                        fastest.cell().axis("max_workers"),
                        fastest.wall() + " s",
                        current.wall() + " s",
                        fastest.memory() + " GB"),
                line(
                        current.cell().requestedWorkers(),
                        Printed.cores(current.cell().cores()),
                        granted()),
                line(
                        Printed.cores(fastest.cell().cores()),
                        fastest.shownTimesAsFast(current),
                        CellFigures.gigabytes(more) + " GB",
                        CellFigures.gigabytes(BUDGET - fastest.cell().peakRss()) + " GB",
                        LIMIT),
                line(NEAR));
    }

    private static String granted() {
        return Printed.bare(RUN.forks().granted());
    }

    private List<String> valid() {
        return line(fastest.forks(), fastest.forks(), granted());
    }

    /** Cells whose wall times overlap those of the fastest one, with what they take. */
    private List<String> asFast() {
        List<String> told = new ArrayList<>(line(NEAR));
        for (RecordedCell cell : cells) {
            CellFigures other = CellFigures.of(cell.name());
            if (!isOne(fastest, cell)
                    && isTied(
                            fastest.cell(),
                            cell,
                            RecordedFork::wall,
                            cell.wall() / fastest.cell().wall())) {
                double more = cell.peakRss() - fastest.cell().peakRss();
                told.addAll(line(other.against(fastest), CellFigures.gigabytes(Math.abs(more)) + " GB"));
            }
        }
        return told;
    }

    /** Of those as cheap the two on the front are named, and the others counted. */
    private List<String> asCheap() {
        long tied = cells.stream()
                .filter(cell -> !isOne(cheapest, cell))
                .filter(cell -> isTied(
                        cheapest.cell(),
                        cell,
                        RecordedFork::cpu,
                        cell.cpu() / cheapest.cell().cpu()))
                .count();
        return line(NEAR, fastest.cpu() + " core\u2011s", smallest.cpu() + " core\u2011s", tied - 2);
    }

    private static boolean isOne(CellFigures figures, RecordedCell cell) {
        return figures.cell().name().equals(cell.name());
    }

    private static boolean isTied(
            RecordedCell best, RecordedCell other, ToDoubleFunction<RecordedFork> of, double ratio) {
        double worst = Arrays.stream(best.all(of)).max().orElseThrow();
        double least = Arrays.stream(other.all(of)).min().orElseThrow();
        return least <= worst || ratio <= 1.05;
    }

    private List<List<String>> state() {
        JsonNode run = RUN.all().run();
        long counted = RUN.forks().cells().stream()
                .mapToLong(cell -> cell.forks().size())
                .sum();
        long warm = RUN.all().lines().stream()
                .filter(fork -> fork.get("fork").asInt() == 0)
                .count();
        long twins = RUN.all().lines().stream()
                .filter(fork -> fork.get("twin").asBoolean())
                .count();
        int all = RUN.all().lines().size();
        double[] foreign = forks(RecordedFork::foreign);
        double[] widths = RUN.forks().cells().stream()
                .map(cell -> CellFigures.of(cell.name()))
                .mapToDouble(cell -> (cell.most() - cell.least()) / cell.cell().wall())
                .toArray();
        Duration took = Duration.between(
                Instant.parse(run.get("started_at").asText()),
                Instant.parse(run.get("finished_at").asText()));
        return List.of(
                line(counted, counted, warm, twins),
                line(RUN.forks().cells().size(), RUN.forks().cells().size()),
                line(all, all, all),
                line(3, 3, 1),
                MeasuredTwice.told(),
                line(
                        Printed.cores(Arithmetic.median(foreign)),
                        Printed.cores(Arrays.stream(foreign).max().orElseThrow()),
                        "0.15",
                        Printed.percent(Arithmetic.median(widths))),
                line(
                        minutes(took),
                        minutes(Duration.ofMillis(run.get("estimated_millis").asLong()))),
                line(0));
    }

    static double[] forks(ToDoubleFunction<RecordedFork> of) {
        return RUN.forks().cells().stream()
                .flatMapToDouble(cell -> Arrays.stream(cell.all(of)))
                .toArray();
    }

    private static String minutes(Duration time) {
        long seconds = Math.round(time.toMillis() / 1e3);
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    private static List<String> flat(List<List<String>> lines) {
        return lines.stream().flatMap(List::stream).toList();
    }

    private List<List<String>> head() {
        JsonNode run = RUN.all().run();
        String started = run.get("started_at").asText();
        return List.of(
                line(run.get("id").asText()),
                line(
                        granted(),
                        Printed.fixed(
                                        run.at("/environment/granted_memory_bytes")
                                                        .asDouble()
                                                / 1e9,
                                        1) + " GB"),
                line(run.at("/environment/jdk").asText()),
                line(started.substring(0, 10) + " " + started.substring(11, 16)));
    }

    private List<List<String>> change() {
        return List.of(
                line(current.cell().axis("max_workers")),
                line(fastest.cell().axis("max_workers")),
                line(fastest.cell().axis("chunk_size")));
    }

    @Test
    void markdownTellsThem() {
        List<List<String>> expected = new ArrayList<>(said());
        expected.add(line(LIMIT, asFast()));
        expected.add(line(LIMIT, asCheap()));
        expected.addAll(change());
        expected.add(valid());
        expected.addAll(state());
        expected.add(flat(head()));

        RUN.markdown("Answer").tells(expected);
    }

    @Test
    void markdownTabulatesTheCells() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("Fastest, and within " + LIMIT, fastest));
        rows.add(row("Smallest peak memory", smallest));
        rows.add(row("Cheapest in core\u2011seconds within " + LIMIT, cheapest));

        RUN.markdown("Answer").tables().get(0).tells(rows);
    }

    private static List<String> row(String question, CellFigures cell) {
        return List.of(question, cell.label(), cell.wall() + " [" + cell.range() + "]", cell.memory(), cell.cpu());
    }

    @Test
    void htmlTellsThem() {
        List<List<String>> expected = new ArrayList<>(said());
        expected.add(flat(change()));
        expected.add(valid());
        expected.add(line(LIMIT));
        expected.add(line(fastest.wall() + " s", fastest.range()));
        expected.add(line(fastest.label()));
        expected.add(line(fastest.memory() + " GB", fastest.cpu() + " core\u2011s"));
        expected.add(asFast());
        expected.add(line(smallest.memory() + " GB", smallest.forks()));
        expected.add(line(smallest.label()));
        expected.add(line(smallest.wall() + " s", smallest.cpu() + " core\u2011s"));
        expected.add(line(LIMIT));
        expected.add(line(cheapest.cpu() + " core\u2011s", cheapest.forks()));
        expected.add(line(cheapest.label()));
        expected.add(line(cheapest.wall() + " s", cheapest.memory() + " GB"));
        expected.add(asCheap());
        expected.add(state().get(0).subList(0, 1));
        expected.addAll(state());

        RUN.html("answer").tells(expected);
    }

    @Test
    void htmlTellsOfTheRunAboveThem() {
        JsonNode input = RUN.all().run().at("/datasets/0");
        List<List<String>> expected = new ArrayList<>();
        expected.add(line(
                RUN.forks().cells().size(),
                Printed.count(input.get("pod_rows").asDouble()),
                Printed.count(input.get("files").asDouble()),
                4));
        expected.addAll(head());

        RUN.html("head").tells(expected);
    }
}
