// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.CommandTarget;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.Pressure;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.Sitting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The runs that the tests render. */
public final class Fixtures {

    private Fixtures() {}

    /** Everything worked: a reference, three options, in-memory cells over the budget, a second input. */
    public static RunFixture allClean(Path results) {
        RunFixture run = RunFixture.in(results);
        run.cell("in-memory", true, 1, 50000).clean(1.12, 4.31, 71.2, 70.7, 72.1, 71.0, 71.6, 70.9);
        run.cell("in-memory", true, 4, 50000).clean(3.38, 4.92, 25.3, 24.9, 25.6, 25.1, 25.4, 25.2);
        run.cell("streaming", false, 4, 50000).reference().clean(1.02, 0.74, 96.4, 95.9, 98.6, 96.2, 97.0, 96.9);
        CellFixture larger =
                run.cell("streaming", false, 4, 100000).clean(1.02, 0.86, 88.1, 87.7, 89.4, 88.0, 88.6, 88.3);
        run.cell("streaming", true, 2, 50000).clean(1.86, 0.88, 54.9, 54.1, 55.2, 54.6, 55.0, 54.8);
        CellFixture parallel =
                run.cell("streaming", true, 4, 50000).clean(2.86, 1.06, 36.8, 36.0, 37.4, 36.6, 36.9, 37.0);
        CellFixture both =
                run.cell("streaming", true, 4, 100000).clean(3.13, 1.31, 30.9, 30.4, 31.0, 30.6, 30.8, 30.95);
        run.cell("streaming", true, 8, 100000).clean(3.22, 1.94, 31.6, 31.5, 31.7, 31.55, 31.62, 31.66);
        small(run, "in-memory", Set.of("parallel_chunks", "chunk_size"))
                .clean(3.1, 1.46, 6.9, 6.8, 7.0, 6.85, 6.95, 6.88);
        small(run, "streaming", Set.of()).clean(2.7, 0.99, 9.4, 9.3, 9.6, 9.35, 9.45, 9.5);
        return run.option("Option 1", Map.of("parallel_chunks", "true"), 3, 4, parallel)
                .option("Option 2", Map.of("chunk_size", "100000"), 2, 2, larger)
                .option("Option 3", ordered("parallel_chunks", "true", "chunk_size", "100000"), 5, 6, both);
    }

    private static CellFixture small(RunFixture run, String mode, Set<String> ignored) {
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("dataset", RunFixture.SMALL);
        axes.put("mode", mode);
        axes.put("parallel_chunks", "true");
        axes.put("max_workers", "4");
        axes.put("chunk_size", "50000");
        return run.cell(axes, ignored, 4);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    /** Out of memory, timed out, contaminated, crashed, and one fork missing. */
    public static RunFixture troubled(Path results) {
        RunFixture run = RunFixture.in(results).exitCode(3);
        run.cell("streaming", false, 4, 50000).reference().clean(1.02, 0.74, 96.4, 95.9, 98.6, 96.2, 97.0, 96.9);
        run.cell("streaming", true, 4, 50000).clean(2.86, 1.06, 36.8, 36.0, 37.4, 36.6, 36.9, 37.0);
        run.cell("in-memory", true, 8, 50000).failed(FailureKind.OUT_OF_MEMORY, 5.63, 19.4, 19.9);
        run.cell("streaming", false, 4, 1000)
                .saying("no result after 180 s")
                .failed(FailureKind.TIMEOUT, 0.52, 180, 180);
        run.cell("streaming", true, 3, 50000)
                .clean(2.21, 0.97, 47.9, 46.2)
                .contaminated(2.0, 0.96, 51.3, 55.8, 49.0, 60.1);
        run.cell("streaming", true, 2, 50000)
                .clean(1.86, 0.88, 54.9, 54.1, 55.2, 54.6)
                .saying("exit code 134")
                .failed(FailureKind.CRASHED, 0.7, 12.0);
        return run.skip(
                ordered(
                        "dataset",
                        RunFixture.MAIN,
                        "mode",
                        "streaming",
                        "parallel_chunks",
                        "true",
                        "max_workers",
                        "16"),
                "excluded by run-matrix.yaml:31");
    }

    /** Everything that a schedule, programs from outside and a noisy machine add: looks, a twin, repeats, three sittings. */
    public static RunFixture scheduled(Path results) {
        RunFixture run = RunFixture.in(results)
                .exitCode(3)
                .protocol(new Protocol(
                        6,
                        20,
                        0.025,
                        1,
                        true,
                        1,
                        3,
                        Optional.of(Duration.ofMinutes(30)),
                        Duration.ofSeconds(180),
                        Duration.ofSeconds(60),
                        Duration.ofMillis(100)))
                .sitting(Sitting.Kind.NEW, 0, false, 1, 6)
                .sitting(Sitting.Kind.RESUME, 120, true, 20, 6)
                .sitting(Sitting.Kind.APPEND, 1500, true, 60, 20)
                .command(new CommandTarget(
                        Map.of("engine", "python"),
                        List.of("python3", "totals.py", "--in", "{input}", "--out", "{out}", "--label", "a | b"),
                        Map.of("POLARS_MAX_THREADS", "4"),
                        Optional.empty(),
                        Optional.empty()))
                .command(new CommandTarget(
                        Map.of("engine", "duckdb"),
                        List.of("duckdb", "-c", ".read totals.sql"),
                        Map.of(),
                        Optional.empty(),
                        Optional.of(List.of("python3", "check.py", "{out}"))));
        ForkJvm parallel = new ForkJvm("17.0.15", "PS Scavenge + PS MarkSweep", 5_368_709_120L);
        ForkJvm serial = new ForkJvm("17.0.15", "Copy + MarkSweepCompact", 5_368_709_120L);
        ours(run, "streaming", "false")
                .reference()
                .in(parallel)
                .amid(told(3_000_000L))
                .twins(95.8, 97.2, 96.9, 96.0, 98.1, 96.5)
                .repeatingContaminated()
                .clean(1.02, 0.74, 96.4, 95.9)
                .contaminated(1.0, 0.74, 108.2)
                .clean(1.02, 0.74, 96.2, 97.0, 96.9)
                .ending(CellEnd.Reason.PRECISE, 6);
        ours(run, "streaming", "true")
                .in(parallel)
                .amid(told(150_000_000L))
                .clean(2.86, 1.06, 36.8, 34.0, 39.4, 36.6, 41.9, 37.0, 33.1, 40.2, 35.5, 38.8)
                .futile(10, 34);
        ours(run, "in-memory", "true")
                .in(parallel)
                .failed(FailureKind.OUT_OF_MEMORY, 5.63, 19.4, 19.9, 19.7)
                .ending(CellEnd.Reason.FAILING, 6);
        ours(run, "auto", "true")
                .in(serial)
                .amid(told(399_000_000L))
                .choosing("streaming, 4 readers, 4 workers: 412 MB of input fit no heap of 5 GB four times over")
                .clean(3.01, 1.2, 33.0, 33.2, 33.1, 32.9)
                .ending(CellEnd.Reason.BUDGET, 6);
        program(run, "python")
                .leaving(1)
                .unchecked()
                .withoutRegions()
                .clean(3.4, 2.1, 48.0, 48.4, 47.9, 48.1, 48.3, 48.2);
        program(run, "duckdb").accepted().withoutRegions().clean(3.8, 1.7, 12.1, 12.0, 12.2, 12.15, 12.05, 12.3);
        program(run, "shell").saying("the hook 'prepare' ended with 1").failed(FailureKind.HOOK, 0.1, 0.2);
        return run;
    }

    private static CellFixture ours(RunFixture run, String mode, String parallelChunks) {
        return run.cell(
                ordered(
                        "dataset",
                        RunFixture.MAIN,
                        "engine",
                        "ours",
                        "mode",
                        mode,
                        "parallel_chunks",
                        parallelChunks,
                        "max_workers",
                        "4"),
                Set.of(),
                4);
    }

    private static CellFixture program(RunFixture run, String engine) {
        return run.cell(ordered("dataset", RunFixture.MAIN, "engine", engine), Set.of(), 1);
    }

    private static NoiseEvidence told(long storageBytes) {
        return new NoiseEvidence(
                0,
                Optional.of(0.004),
                Optional.of(1_200_000_000L),
                Optional.of(0L),
                Optional.of(new Pressure(Optional.of(800_000_000L), Optional.of(0L), Optional.of(40_000_000L))),
                Optional.of(3L),
                Optional.of(48_211L),
                Optional.of(912L),
                Optional.of(storageBytes),
                Optional.of("performance"),
                Optional.empty(),
                Optional.empty());
    }

    /** The fastest cell writes something else. */
    public static RunFixture wrongOutput(Path results) {
        RunFixture run = RunFixture.in(results).exitCode(4);
        run.cell("streaming", false, 2, 50000).reference().clean(1.02, 0.74, 12.4, 12.2, 12.6, 12.3, 12.5, 12.45);
        run.cell("streaming", true, 2, 50000).wrong(1.9, 0.8, 6.4, 6.3, 6.5, 6.35, 6.45, 6.42);
        return run;
    }

    /** One fork a cell: shows that it works. */
    public static RunFixture smoke(Path results) {
        RunFixture run = RunFixture.in(results).forks(1).budget(Optional.empty());
        run.cell("streaming", false, 2, 50000).reference().clean(1.05, 0.21, 0.842);
        run.cell("in-memory", true, 2, 50000).clean(1.62, 0.26, 0.613);
        return run;
    }

    public static RunFixture oneCell(Path results) {
        RunFixture run = RunFixture.in(results).budget(Optional.empty());
        run.cell("in-memory", true, 2, 50000).clean(1.6, 0.4, 3.1, 3.0, 3.2, 3.05, 3.15, 3.12);
        return run;
    }

    /** All forks disturbed. */
    public static RunFixture noisy(Path results) {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", false, 4, 50000)
                .reference()
                .contaminated(0.9, 0.74, 96.4, 99.0, 120.1, 98.2, 97.5, 101.3);
        run.cell("streaming", true, 4, 50000).contaminated(1.9, 1.06, 56.8, 58.0, 61.4, 57.7, 59.2, 70.8);
        return run;
    }

    public static RunFixture sixty(Path results) {
        return workersByChunks(results, 6, 10);
    }

    /** Many cells; the ones with most workers and large chunks run out of memory. */
    static RunFixture workersByChunks(Path results, int mostWorkers, int chunks) {
        RunFixture run = RunFixture.in(results).exitCode(3);
        for (int workers = 1; workers <= mostWorkers; workers++) {
            for (int chunk = 1; chunk <= chunks; chunk++) {
                CellFixture cell = run.cell("streaming", true, workers, chunk * 10000);
                double base = 120.0 / workers + 30.0 / chunk;
                if (workers == mostWorkers && chunk > 7) {
                    cell.failed(FailureKind.OUT_OF_MEMORY, 5 + 0.1 * chunk, 8 + chunk, 8.5 + chunk);
                } else {
                    double rss = 0.3 + 0.07 * workers * chunk;
                    double[] walls = {base, base * 1.01, base * 0.99, base * 1.005, base * 0.995, base * 1.002};
                    cell.clean(0.9 * Math.min(4, workers), rss, walls);
                }
                if (workers == 1 && chunk == 5) {
                    cell.reference();
                }
            }
        }
        return run;
    }

    /** In the middle of measuring. */
    public static RunFixture running(Path results) {
        RunFixture run = RunFixture.in(results).state(RunState.RUNNING);
        run.cell("streaming", false, 4, 50000).reference().clean(1.02, 0.74, 96.4, 95.9, 98.6);
        run.cell("streaming", true, 4, 50000).clean(2.86, 1.06, 36.8, 36.0);
        run.cell("in-memory", true, 4, 50000);
        return run;
    }

    /** Whatever may become of a cell and of a claim, in one run. */
    public static RunFixture everyState(Path results) {
        RunFixture run = RunFixture.in(results).exitCode(4);
        run.cell("streaming", false, 4, 50000).reference().clean(1.02, 0.74, 96.4, 95.9, 98.6, 96.2, 97.0, 96.9);
        CellFixture fast = run.cell("streaming", true, 4, 50000).clean(2.86, 1.06, 36.8, 36.0, 37.4, 36.6, 36.9, 37.0);
        run.cell("streaming", true, 3, 50000).clean(2.2, 0.97, 47.9, 46.2).ending(CellEnd.Reason.BUDGET, 6);
        run.cell("streaming", true, 2, 50000).contaminated(1.8, 0.9, 56.8, 58.0, 61.4, 57.7, 59.2, 70.8);
        run.cell("in-memory", true, 8, 50000).failed(FailureKind.OUT_OF_MEMORY, 5.63, 19.4, 19.9);
        run.cell("in-memory", true, 4, 50000).saying("exit code 134").failed(FailureKind.CRASHED, 4.1, 12.0);
        run.cell("streaming", false, 4, 500)
                .saying("no progress for 60 s")
                .failed(FailureKind.STALLED, 0.5, 75.0, 81.0);
        run.cell("streaming", false, 4, 1000)
                .saying("no result after 180 s")
                .failed(FailureKind.TIMEOUT, 0.52, 180, 180);
        run.cell("streaming", true, 8, 50000).wrong(3.1, 1.2, 24.4, 24.2, 24.6, 24.3, 24.5, 24.45);
        run.cell("in-memory", true, 2, 50000).ending(CellEnd.Reason.BUDGET, 6);
        within(run, "It ends within two minutes", 120);
        within(run, "It ends within ten seconds", 10);
        run.claim(bound("It fits into memory", 60), List.of("C05"), List.of());
        run.claim(bound("Two workers take a minute", 60), List.of("C04"), List.of());
        return run.option("Option 1", Map.of("parallel_chunks", "true"), 3, 4, fast)
                .skip(ordered("mode", "streaming", "max_workers", "16"), "excluded by run-matrix.yaml:31");
    }

    private static void within(RunFixture run, String name, double seconds) {
        run.claim(bound(name, seconds), List.of("C01"), List.of());
    }

    private static Claim bound(String name, double mostSeconds) {
        return new Claim(
                name,
                ClaimKind.BOUND,
                Optional.of(GateMetric.WALL),
                List.of(),
                List.of(),
                new ClaimLimit(ClaimLimit.Unit.SECONDS, Optional.empty(), Optional.of(mostSeconds), Optional.empty()),
                Optional.empty(),
                true);
    }

    /** As many cells as wanted, each of as many forks, none of which fails. */
    public static RunFixture manyForks(Path results, int cells, int forks) {
        RunFixture run = RunFixture.in(results).forks(forks);
        for (int i = 0; i < cells; i++) {
            double base = 20 + 90.0 / (1 + i);
            double[] walls = new double[forks];
            for (int fork = 0; fork < walls.length; fork++) {
                walls[fork] = base * (1 + 0.002 * (fork * 7 % 10));
            }
            CellFixture cell = run.cell("streaming", true, 1 + i % 8, 10000 * (1 + i / 8));
            cell.clean(0.9 * Math.min(4, 1 + i % 8), 0.4 + 0.05 * i, walls);
            if (i == 0) {
                cell.reference();
            }
        }
        return run;
    }

    /** Text from outside that tries to break out of every format. */
    public static RunFixture hostile(Path results) {
        String evil =
                "</script><img src=x onerror=alert(1)> | ${7*7} @everyone #123 `` ` ``` \n\n# new *x* _y_ <!-- www.evil.example";
        RunFixture run =
                RunFixture.in(results).title("Evil " + evil).question(evil).describedAs(evil);
        Map<String, String> axes = new LinkedHashMap<>();
        axes.put("mode", "streaming");
        axes.put("engine|x", "a | b\n`c` <i>");
        run.cell(axes, Set.of(), 2).reference().clean(1.0, 0.5, 10, 10.1, 9.9, 10.05, 9.95, 10.02);
        Map<String, String> other = new LinkedHashMap<>(axes);
        other.put("engine|x", evil);
        CellFixture fast = run.cell(other, Set.of(), 2).clean(1.9, 0.5, 5, 5.1, 4.9, 5.05, 4.95, 5.02);
        Map<String, String> failing = new LinkedHashMap<>(axes);
        failing.put("engine|x", "@team");
        run.cell(failing, Set.of(), 2).saying(evil).failed(FailureKind.THREW, 0.2, 1.5);
        return run.option(evil, Map.of("engine|x", evil), 2, 3, fast).skip(axes, evil);
    }
}
