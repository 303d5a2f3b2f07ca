// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import dev.runmatrix.reports.diagnosis.RuleId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Numbers of what is told of threads that work, wait or end early. */
final class ThreadNumbers {

    static final Map<RuleId, Recomputation> RULES = Map.of(
            RuleId.P1, ThreadNumbers::serial,
            RuleId.P2, ThreadNumbers::idle,
            RuleId.B1, ThreadNumbers::uneven);

    private ThreadNumbers() {}

    private static double cpu(JsonNode thread) {
        return thread.get("cpu_nanos").asLong() / 1e9;
    }

    private static void serial(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.cell("C01");
        JsonNode busiest = cell.shown().threads("work").stream()
                .max(Comparator.comparingDouble(ThreadNumbers::cpu))
                .orElseThrow();
        String thread = busiest.get("name").asText();
        double share = cpu(busiest) / cell.wall();

        told.of(cell)
                .quoting(thread)
                .title(Printed.percent(share), Printed.cores(cell.cores()))
                .seen(
                        Printed.percent(share),
                        Printed.seconds(cell.wall()),
                        "85\u00a0%",
                        Printed.cores(cell.cores()),
                        Printed.bare(run.granted()),
                        cell.axis("max_workers"))
                .refutedBy("15\u00a0%")
                .measure("share of the wall time of thread " + thread, cell, share, 0.85)
                .measure("cores used", cell, cell.cores())
                .measure("wall", cell, cell.wall());
    }

    private static void idle(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.cell("C01");
        double usable = Math.min(cell.requestedWorkers(), run.granted());
        double own = cell.shown().own() / cell.wall();
        double all = cell.requestedWorkers() * cell.wall();
        double queue = cell.shown().sum("work", "run_queue_nanos");
        double waiting = all - cell.shown().own() - queue;

        told.of(cell)
                .title(Printed.cores(cell.cores()), Printed.bare(usable))
                .seen(
                        cell.axis("max_workers"),
                        Printed.bare(run.granted()),
                        Printed.cores(cell.cores()),
                        Printed.seconds(cell.wall()),
                        Printed.cores(own),
                        Printed.cores(0.6 * usable))
                .cause(Printed.seconds(waiting), Printed.seconds(all), Printed.seconds(queue))
                .refutedBy(Printed.cores(0.6 * usable))
                .measure("cores used, without garbage collection and compilers", cell, own, 0.6 * usable)
                .measure("cores used", cell, cell.cores())
                .measure("wall", cell, cell.wall())
                .measure("share of the workers' time spent waiting", cell, waiting / all, 0.3)
                .measure("time in the run queue", cell, queue)
                .measure("waiting, all workers", cell, waiting);
    }

    private static void uneven(RecordedForks run, ToldFinding told) {
        RecordedCell cell = run.cell("C01");
        List<JsonNode> workers = cell.shown().threads("work").stream()
                .filter(thread -> thread.get("name").asText().startsWith("job-"))
                .sorted(Comparator.comparingDouble(ThreadNumbers::cpu))
                .toList();
        JsonNode busiest = workers.get(workers.size() - 1);
        double least = cpu(workers.get(0));
        double mean = workers.stream().mapToDouble(ThreadNumbers::cpu).sum() / workers.size();
        double imbalance = cpu(busiest) / mean;
        double[] ends = workers.stream()
                .mapToDouble(thread -> thread.get("last_millis").asDouble() / 1e3)
                .sorted()
                .toArray();
        double tail = ends[ends.length - 1] - ends[0];
        double usable = Math.min(cell.requestedWorkers(), run.granted());

        told.of(cell)
                .quoting(busiest.get("name").asText())
                .title(Printed.ratio(imbalance), Printed.seconds(tail))
                .seen(
                        Printed.count(workers.size()),
                        Printed.threeDigits(least),
                        Printed.coreSeconds(cpu(busiest)),
                        Printed.ratio(imbalance),
                        "\u00d71.30",
                        Printed.percent(tail / cell.wall()),
                        Printed.seconds(cell.wall()),
                        "15\u00a0%",
                        Printed.cores(cell.cores()),
                        Printed.bare(usable))
                .measure("CPU time, busiest \u00f7 mean worker", cell, imbalance, 1.3)
                .measure("tail, share of the wall time", cell, tail / cell.wall(), 0.15)
                .measure("tail", cell, tail)
                .measure("CPU time of the busiest worker", cell, cpu(busiest))
                .measure("CPU time of the least busy worker", cell, least)
                .measure("cores used", cell, cell.cores(), 0.85 * usable);
    }
}
