// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.RunState;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
