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

    private static final String INDENT = "         ";

    private SelftestText() {}

    /** What there is to play. */
    static List<String> list(List<Scenario> scenarios, Paint paint) {
        TextTable table = new TextTable(
                        Column.left(""), Column.right(""), Column.left(""), Column.left(""), Column.wrapped(""))
                .spaced(0, 1);
        scenarios.forEach(scenario -> table.row(
                scenario.name(),
                String.valueOf(scenario.usual().toSeconds()),
                "s",
                scenario.quick() ? "q" : "",
                scenario.shows()));
        return table.lines(paint);
    }

    /** What came of one scenario. */
    static List<String> lines(ScenarioResult result, Paint paint) {
        TextTable table = new TextTable(
                        Column.state("").atLeast(8),
                        Column.left("").atLeast(18),
                        Column.right("").atLeast(7),
                        Column.wrapped(""))
                .spaced(0, 1);
        table.row(
                word(result.outcome()),
                result.name(),
                String.format(Locale.ROOT, "%.1f s", result.took().toMillis() / 1e3),
                result.outcome() == Outcome.OK ? counted(result) : "");
        result.details().forEach(detail -> table.remark(INDENT, detail));
        List<String> lines = new ArrayList<>(table.lines(paint));
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
