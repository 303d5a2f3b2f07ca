// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Numbers of what is told of chunks. */
final class ChunkNumbers {

    static final Map<RuleId, Recomputation> RULES =
            Map.of(RuleId.K1, ChunkNumbers::small, RuleId.K2, ChunkNumbers::large);

    private ChunkNumbers() {}

    private static double rows(RecordedCell cell) {
        return Double.parseDouble(cell.axis("chunk_size"));
    }

    private static double cpu(RecordedCell cell) {
        return cell.median(RecordedFork::cpu);
    }

    private static double chunks(RecordedCell cell) {
        return cell.shown().at("/region/detail/chunks");
    }

    /** Least squares of the relative distances of CPU time = fixed + each × chunks: the seconds of each. */
    private static double each(List<RecordedCell> cells) {
        double[] sums = new double[5];
        for (RecordedCell cell : cells) {
            double x = chunks(cell);
            double y = cpu(cell);
            double[] terms = {1 / (y * y), x / (y * y), x * x / (y * y), 1 / y, x / y};
            for (int i = 0; i < terms.length; i++) {
                sums[i] += terms[i];
            }
        }
        return (sums[0] * sums[4] - sums[1] * sums[3]) / (sums[0] * sums[2] - sums[1] * sums[1]);
    }

    private static void small(RecordedForks run, ToldFinding told) {
        List<RecordedCell> cells = run.cells();
        double each = each(cells);
        RecordedCell cell = cells.get(0);
        RecordedCell enough = cells.stream()
                .filter(one -> each * chunks(one) / cpu(one) < 0.05)
                .min(Comparator.comparingDouble(ChunkNumbers::rows))
                .orElseThrow();
        double share = each * chunks(cell) / cpu(cell);
        boolean sure = told.isConfirmed();

        told.of(cell)
                .title(Printed.count(chunks(cell)), Printed.percent(share))
                .seen(
                        Printed.coreSeconds(cpu(cell)),
                        Printed.count(rows(cell)),
                        Printed.coreSeconds(cpu(enough)),
                        Printed.count(rows(enough)),
                        Printed.count(cells.size()),
                        Printed.percent(share),
                        "15\u00a0%")
                .cause(cell.axis("chunk_size"), Printed.micros(each))
                .fix(
                        enough.axis("chunk_size"),
                        sure ? enough.against(cell) : new String[0],
                        Printed.coreSeconds(cpu(enough)),
                        Printed.coreSeconds(cpu(cell)))
                .evidence((Object) enough.decomposition(cell))
                .gainWhere(sure, 1 - enough.wall() / cell.wall())
                .measure("share of the CPU time for handling chunks", cell, share, 0.15)
                .measure("CPU time of a chunk beside its rows", cell, each)
                .measure("chunks", cell, chunks(cell))
                .measure("chunks", enough, chunks(enough))
                .measure("median CPU time", cell, cpu(cell))
                .measure("median CPU time", enough, cpu(enough))
                .ratios(enough, cell);
    }

    private static void large(RecordedForks run, ToldFinding told) {
        RecordedCell small = run.cell("C01");
        RecordedCell large = run.cell("C02");
        double most = large.peakRss();
        double doublings = Math.log(rows(large) / rows(small)) / Math.log(2);
        double growth = Math.pow(most / small.peakRss(), 1 / doublings);
        double input = run.run().at("/datasets/0/pod_rows").asDouble();

        told.of(large)
                .title(Printed.count(rows(large)), Printed.memory(most, most))
                .seen(
                        Printed.memory(most, most),
                        Printed.memory(small.peakRss(), most),
                        Printed.ratio(growth),
                        "\u00d71.50",
                        Printed.count(Math.ceil(input / rows(large))),
                        large.axis("max_workers"),
                        Printed.count(2 * large.requestedWorkers()))
                .cause(large.axis("chunk_size"))
                .fix(small.axis("chunk_size"), Printed.memory(small.peakRss(), most), small.against(large))
                .refutedBy("\u00d71.50")
                .gain(1 - small.wall() / large.wall())
                .measure("peak RSS ratio for each doubling of the chunks", large, growth, 1.5)
                .measure("peak RSS", large, most)
                .measure("peak RSS", small, small.peakRss());
    }
}
