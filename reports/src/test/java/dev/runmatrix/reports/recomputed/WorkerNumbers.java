// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Numbers of what is told of numbers of workers. */
final class WorkerNumbers {

    static final Map<RuleId, Recomputation> RULES = Map.of(
            RuleId.C1, WorkerNumbers::serial,
            RuleId.P3, WorkerNumbers::tooMany,
            RuleId.P4, WorkerNumbers::noBenefit,
            RuleId.P5, WorkerNumbers::inflation);

    private WorkerNumbers() {}

    private static void serial(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.cell(told.cells().get(0));
        String asked = Printed.count(cell.requestedWorkers());
        double own = cell.shown().own() / cell.wall();
        boolean byAll = cell.cores() <= 1.15;

        told.of(cell)
                .title(Printed.cores(cell.cores()), asked)
                .seen(
                        Printed.cores(cell.cores()),
                        asked,
                        Printed.seconds(cell.wall()),
                        byAll ? "1.15" : new String[] {Printed.cores(own), "1.10"})
                .refutedBy("1.1");
        if (byAll) {
            told.measure("cores used", cell, cell.cores(), 1.15);
        } else {
            told.measure("cores used", cell, cell.cores())
                    .measure("cores used, without garbage collection and compilers", cell, own, 1.1);
        }
        told.measure("requested workers", cell, cell.requestedWorkers(), 2).measure("wall", cell, cell.wall());
        List<String> on = switchedOn(run, cell);
        if (!on.isEmpty()) {
            switchedOn(run.most(on, one -> -one.wall()), cell, told);
        }
    }

    private static void switchedOn(RecordedCell on, RecordedCell cell, ToldFinding told) {
        boolean same = on.requestedWorkers() == cell.requestedWorkers();

        told.fix(same ? new String[0] : on.axis("max_workers"), on.against(cell))
                .evidence(Printed.cores(on.cores()), on.against(cell), on.decomposition(cell))
                .gainWhere(told.isConfirmed(), 1 - on.wall() / cell.wall())
                .measure("cores used", on, on.cores(), 1.3 * cell.cores())
                .measure("wall", on, on.wall())
                .ratios(on, cell);
    }

    private static List<String> switchedOn(RecordedForks run, RecordedCell cell) {
        return run.cells().stream()
                .filter(one -> one.axis("parallel_chunks").equals("true") && one.requestedWorkers() > 1)
                .filter(one -> Stream.of("dataset", "mode", "chunk_size")
                        .allMatch(axis -> one.axis(axis).equals(cell.axis(axis))))
                .filter(one -> one.isQuiet() == cell.isQuiet())
                .map(RecordedCell::name)
                .toList();
    }

    private static void tooMany(RecordedForks run, ToldFinding told) {
        RecordedCell enough = run.cell("C01");
        RecordedCell cell = run.cell("C02");
        double queue = cell.shown().sum("work", "run_queue_nanos") / (cell.requestedWorkers() * cell.wall());

        told.of(cell)
                .title(cell.axis("max_workers"), Printed.bare(run.granted()))
                .seen(
                        cell.overAll(enough),
                        "\u00d70.970",
                        Printed.percent(queue),
                        "15\u00a0%",
                        Printed.ratio(cell.peakRss() / enough.peakRss()))
                .cause(Printed.bare(run.granted()))
                .fix(enough.axis("max_workers"), enough.against(cell))
                .evidence((Object) cell.decomposition(enough))
                .refutedBy("\u00d70.970")
                .gain(1 - enough.wall() / cell.wall())
                .measure("workers", cell, cell.requestedWorkers(), run.granted() + 1)
                .overAll(cell, enough)
                .ratios(cell, enough)
                .measure("share of the workers' time in the run queue", cell, queue, 0.15);
    }

    private static void noBenefit(RecordedForks run, ToldFinding told) {
        RecordedCell fewer = run.cell("C01");
        RecordedCell more = run.cell("C02");
        String[] split = more.decomposition(fewer);

        told.of(more)
                .title(more.axis("max_workers"), fewer.axis("max_workers"))
                .seen(
                        more.overAll(fewer),
                        "5.0\u00a0%",
                        "1",
                        Printed.seconds(more.wall()),
                        Printed.seconds(fewer.wall()),
                        Printed.ratio(more.peakRss() / fewer.peakRss()))
                .cause(split[2], split[1])
                .fix(fewer.axis("max_workers"), fewer.against(more))
                .evidence((Object) split)
                .refutedBy(Printed.ratio(1 / 1.05))
                .overAll(more, fewer)
                .ratios(more, fewer);
    }

    private static void inflation(RecordedForks run, ToldFinding told) {
        RecordedCell one = run.cell("C01");
        RecordedCell cell = run.cell("C02");
        double ratio = cell.median(RecordedFork::own) / one.median(RecordedFork::own);
        String what = "ratio of CPU time without garbage collection and compilers, ";

        told.of(cell)
                .title(cell.axis("max_workers"), Printed.ratio(ratio))
                .seen(
                        Printed.ratio(ratio),
                        "\u00d71.25",
                        Printed.coreSeconds(cell.cpu()),
                        Printed.coreSeconds(one.cpu()))
                .evidence((Object) cell.decomposition(one))
                .refutedBy("\u00d71.25")
                .measure(what + cell.name() + " \u00f7 " + one.name(), cell, ratio, 1.25)
                .measure("CPU time", cell, cell.cpu())
                .measure("CPU time", one, one.cpu())
                .ratios(cell, one);
    }
}
