// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.ForkNoise;
import dev.runmatrix.reports.analysis.PageCache;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in one sentence what the times of a run are times of, and where its input came from meanwhile. */
final class TimesInWords {

    private final RunAnalysis run;

    TimesInWords(RunAnalysis run) {
        this.run = run;
    }

    /** The sentence; empty where nothing was timed. */
    Optional<String> told() {
        return run.cells().stream()
                .flatMap(cell -> cell.numbers().stream())
                .findFirst()
                .map((CellNumbers any) -> "Times: "
                        + (run.clock() == WallClock.REGION
                                ? "the aggregation alone, without the start of the JVM"
                                : "the whole process, from start to exit")
                        + input() + ".");
    }

    private String input() {
        List<ForkNoise> seen =
                run.cells().stream().flatMap(cell -> run.noise(cell).stream()).toList();
        Set<PageCache> states =
                seen.stream().flatMap(noise -> noise.pageCache().stream()).collect(Collectors.toSet());
        if (states.isEmpty()) {
            return run.run().datasets().isEmpty() ? "" : "; whether the input came from the page cache is not known";
        }
        if (states.size() > 1 || states.contains(PageCache.PARTLY)) {
            return "; some forks read input from storage, not from the page cache";
        }
        return states.contains(PageCache.WARM)
                ? "; the input came from the page cache (warm), not from storage"
                : "; the input came from storage (cold), not from the page cache";
    }
}
