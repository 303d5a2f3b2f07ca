// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why cells got no more forks, where anything but their number ended them. */
final class StopWords {

    private final RunAnalysis run;

    StopWords(RunAnalysis run) {
        this.run = run;
    }

    /** One sentence over all cells; empty where each just has the forks that were asked for. */
    Optional<String> told() {
        Map<String, List<String>> stories = new LinkedHashMap<>();
        for (CellEnd.Reason reason : CellEnd.Reason.values()) {
            for (CellAnalysis cell : run.cells()) {
                run.end(cell)
                        .filter(e -> e.reason() == reason && reason != CellEnd.Reason.FORKS_MADE)
                        .ifPresent(e -> stories.computeIfAbsent(story(cell, e), k -> new ArrayList<>())
                                .add(cell.name()));
            }
        }
        return stories.isEmpty()
                ? Optional.empty()
                : Optional.of(stories.entrySet().stream()
                        .map(e -> Wording.names(e.getValue()) + " " + e.getKey())
                        .collect(Collectors.joining("; ", "", ".")));
    }

    private String story(CellAnalysis cell, CellEnd end) {
        String forks = Units.counted(made(cell), "fork", "forks");
        return switch (end.reason()) {
            case FORKS_MADE -> "made";
            case PRECISE -> "precise enough after " + forks;
            case FUTILE ->
                "stopped after " + forks + ", as " + wanted() + " of the median would need "
                        + (end.neededForks().isPresent()
                                ? "about " + Units.counted(end.neededForks().getAsInt(), "fork", "forks")
                                : "more forks than are allowed");
            case BUDGET -> "stopped after " + forks + ", as the time was used up";
            case FAILING -> "skipped after " + failures() + " in a row";
            case FAIL_FAST -> "stopped after " + forks + ", as a fork had failed (fail-fast)";
            case INTERRUPTED -> "stopped after " + forks + " by the interruption";
        };
    }

    private static int made(CellAnalysis cell) {
        return (int) cell.slots().stream().filter(s -> !s.outcome().isMissing()).count();
    }

    private String wanted() {
        return "\u00b1" + Units.percent(run.spec().protocol().precision());
    }

    private String failures() {
        return Units.counted(run.spec().protocol().maxFailures(), "failure", "failures");
    }

    /** Forks of a cell that were not made, in words; empty where there are none. */
    static String missing(List<CellAnalysis> cells, RunAnalysis run) {
        int skipped = count(cells, ForkOutcome.SKIPPED);
        int notRun = count(cells, ForkOutcome.NOT_RUN);
        List<String> parts = new ArrayList<>();
        if (skipped > 0) {
            parts.add(Units.counted(skipped, "further fork was", "further forks were") + " skipped after "
                    + new StopWords(run).failures() + " in a row");
        }
        if (notRun > 0) {
            parts.add(Units.counted(notRun, "further fork was", "further forks were") + " not run");
        }
        return String.join("; ", parts);
    }

    private static int count(List<CellAnalysis> cells, ForkOutcome outcome) {
        return cells.stream().mapToInt(c -> c.count(outcome)).sum();
    }
}
