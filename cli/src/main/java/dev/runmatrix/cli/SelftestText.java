// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.cli.selftest.Called;
import dev.runmatrix.cli.selftest.Scenario;
import dev.runmatrix.cli.selftest.ScenarioResult;
import dev.runmatrix.cli.selftest.ScenarioResult.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A test of the harness for a terminal. */
final class SelftestText {

    private static final int WIDTH = 80;
    private static final String INDENT = "         ";

    private SelftestText() {}

    /** What there is to play. */
    static List<String> list(List<Scenario> scenarios) {
        return scenarios.stream()
                .map(scenario -> String.format(
                        Locale.ROOT,
                        "%-18s %3d s %s %s",
                        scenario.name(),
                        scenario.usual().toSeconds(),
                        scenario.quick() ? "q" : " ",
                        scenario.shows()))
                .toList();
    }

    /** What came of one scenario. */
    static List<String> lines(ScenarioResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                        Locale.ROOT,
                        "%-8s %-18s %5.1f s  %s",
                        word(result.outcome()),
                        result.name(),
                        result.took().toMillis() / 1e3,
                        result.outcome() == Outcome.OK ? counted(result) : "")
                .stripTrailing());
        result.details()
                .forEach(detail ->
                        TextTable.wrap(detail, WIDTH - INDENT.length()).forEach(line -> lines.add(INDENT + line)));
        result.folder().ifPresent(folder -> lines.add(INDENT + "see " + folder));
        return lines;
    }

    private static String counted(ScenarioResult result) {
        return result.called().isEmpty()
                ? result.shows()
                : result.called().stream().map(SelftestText::called).collect(Collectors.joining(", "));
    }

    private static String called(Called called) {
        return called.change() + " called slower " + called.slower() + " of " + called.comparisons();
    }

    /** What came of all of them. */
    static List<String> summary(List<ScenarioResult> results, int planned) {
        List<String> lines = new ArrayList<>();
        List<Called> called =
                results.stream().flatMap(result -> result.called().stream()).toList();
        if (!called.isEmpty()) {
            lines.add("gate sensitivity: "
                    + called.stream().map(SelftestText::called).collect(Collectors.joining(", ")));
        }
        lines.add(count(results, Outcome.OK) + " ok, " + count(results, Outcome.FAILED) + " failed, "
                + count(results, Outcome.SKIPPED) + " skipped"
                + (results.size() < planned ? ", " + (planned - results.size()) + " not played" : ""));
        return lines;
    }

    private static long count(List<ScenarioResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case OK -> "ok";
            case FAILED -> "FAILED";
            case SKIPPED -> "skipped";
        };
    }
}
