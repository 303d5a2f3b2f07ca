// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import dev.runmatrix.harness.statistics.Metric;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Stored runs in the order of time, those apart that cannot be compared.
 *
 * @param metric what is looked at
 * @param series runs that may be compared, those with the newest run first
 */
public record History(Metric metric, List<RunSeries> series) {

    public History {
        series = List.copyOf(series);
    }

    /**
     * Looks at runs.
     *
     * @param runs in any order
     * @param pinned releases to hold the latest runs against, the preferred one first; of those measured under the
     *     conditions of a series the first one is taken
     */
    public static History of(Metric metric, List<RunLevels> runs, List<Pinned> pinned) {
        List<List<RunLevels>> groups = new ArrayList<>();
        runs.stream()
                .sorted(Comparator.comparing(RunLevels::startedAt).thenComparing(RunLevels::id))
                .forEach(run -> groupOf(run, groups).add(run));
        return new History(
                metric,
                groups.stream()
                        .map(group -> new SeriesBuilder(metric, group, pinned).build())
                        .sorted(Comparator.comparing(
                                        (RunSeries series) -> series.newest().startedAt())
                                .reversed())
                        .toList());
    }

    private static List<RunLevels> groupOf(RunLevels run, List<List<RunLevels>> groups) {
        Optional<List<RunLevels>> known = groups.stream()
                .filter(group -> group.get(0).conditions().areThoseOf(run.conditions()))
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        List<RunLevels> opened = new ArrayList<>();
        groups.add(opened);
        return opened;
    }

    /** Whether any cell changed lastingly, or left the level of the pinned release. */
    public boolean hasChanged() {
        return series.stream()
                .anyMatch(one -> !one.changes().isEmpty() || !one.creeping().isEmpty());
    }
}
