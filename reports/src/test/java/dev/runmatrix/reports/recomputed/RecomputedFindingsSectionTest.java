// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import static dev.runmatrix.reports.recomputed.ReportSection.line;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Every number of the findings as they stand in both reports. */
class RecomputedFindingsSectionTest {

    private static final ReportedRun RUN = ReportedRun.DEFAULT_MATRIX;

    private final RecordedCell current = RUN.cell("C01");
    private final RecordedCell proposed = RUN.cell("C04");
    private final RecordedCell crowded = RUN.cell("C06");
    private final int cells = RUN.forks().cells().size();

    private static RecordedCell most(ToDoubleFunction<RecordedCell> of) {
        return RUN.forks().cells().stream().max(Comparator.comparingDouble(of)).orElseThrow();
    }

    private List<List<String>> oneWorker() {
        String asked = Printed.count(current.requestedWorkers());
        String used = Printed.cores(current.cores());
        return List.of(
                line(used, asked),
                line(used, asked, Printed.seconds(current.wall()), "1.15"),
                line(proposed.axis("max_workers"), proposed.against(current)),
                line(Printed.cores(proposed.cores()), proposed.against(current), proposed.decomposition(current)),
                line("1.1"));
    }

    private List<List<String>> tooManyWorkers() {
        double queue = crowded.shown().sum("work", "run_queue_nanos") / crowded.requestedWorkers() / crowded.wall();
        String granted = Printed.bare(RUN.forks().granted());
        return List.of(
                line(crowded.axis("max_workers"), granted),
                line(
                        crowded.overAll(proposed),
                        "\u00d70.970",
                        Printed.percent(queue),
                        "15 %",
                        Printed.ratio(crowded.peakRss() / proposed.peakRss())),
                line(granted),
                line(proposed.axis("max_workers"), proposed.against(crowded)),
                line(
                        crowded.decomposition(proposed),
                        RUN.cell("C07").overAll(RUN.cell("C05")),
                        RUN.cell("C10").overAll(RUN.cell("C09"))),
                line("\u00d70.970"));
    }

    private List<List<String>> remarks() {
        RecordedCell unsteady = most(cell -> Arithmetic.spread(cell.all(RecordedFork::cpu)));
        RecordedCell brief = most(cell -> -cell.median(RecordedFork::cpu));
        double life = brief.median(RecordedFork::life);
        RecordedCell read = most(this::fromStorage);
        return List.of(
                line(
                        Printed.percent(Arithmetic.spread(unsteady.all(RecordedFork::cpu))),
                        "8.0 %",
                        Printed.cores(unsteady.median(RecordedFork::foreign)),
                        Printed.percent(unsteady.median(RecordedFork::stolen))),
                line(cells),
                line(
                        Printed.seconds(life),
                        Printed.count(life / 0.1),
                        20,
                        Printed.coreSeconds(brief.median(RecordedFork::cpu)),
                        "1.00 core\u2011s"),
                line("10 ms", "0.100 s"),
                line(cells),
                line(Printed.percent(fromStorage(read)), "5.0 %"));
    }

    private double fromStorage(RecordedCell cell) {
        return cell.median(f -> f.at("/noise/storage_read_bytes") / RUN.forks().inputBytes(cell));
    }

    private List<List<String>> untold() {
        RecordedCell cell = RUN.cell("C03");
        double[] ends = Arithmetic.ends(cell.walls(), current.walls());
        double precision = Arithmetic.pooledSpread(cell.walls(), current.walls()) / (0.05 / 2);
        return List.of(
                line(
                        "\u00d7" + Printed.nearOne(Arithmetic.ratio(cell.walls(), current.walls())),
                        Printed.nearOne(ends[0]),
                        Printed.nearOne(ends[1]),
                        "5 %",
                        1),
                line(Printed.count(Math.ceil(8 * precision * precision)), "5 %"));
    }

    private List<List<String>> all(List<String> folded) {
        List<List<String>> all = new ArrayList<>(List.of(line(2, 4)));
        all.addAll(oneWorker());
        all.addAll(tooManyWorkers());
        all.addAll(remarks());
        all.addAll(untold());
        if (!folded.isEmpty()) {
            all.add(13, folded);
        }
        return all;
    }

    @Test
    void markdownTellsThem() {
        RUN.markdown("Findings").tells(all(line(3)));
    }

    @Test
    void htmlTellsThem() {
        RUN.html("findings").tells(all(List.of()));
    }
}
