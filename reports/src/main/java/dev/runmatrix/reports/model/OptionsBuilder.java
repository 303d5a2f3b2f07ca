// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.Option;
import dev.runmatrix.harness.matrix.StatedGain;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.OptionResult;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Puts the proposals beside the reference. */
final class OptionsBuilder {

    private final Scope scope;
    private final RunAnalysis run;
    private final String recommended;
    private final WallBars bars;
    private final Function<OptionResult, Optional<String>> projected;

    /**
     * Builds the section.
     *
     * @param recommended name of the recommended cell; empty where there is none
     * @param projected the gain that was projected of an option before it was measured, in words
     */
    OptionsBuilder(Scope scope, String recommended, Function<OptionResult, Optional<String>> projected) {
        this.projected = projected;
        this.scope = scope;
        this.run = scope.run();
        this.recommended = recommended;
        List<CellAnalysis> shown = new ArrayList<>(run.reference().stream().toList());
        run.options().forEach(o -> shown.add(o.cell()));
        this.bars = new WallBars(scope, shown);
    }

    Optional<Options> build() {
        if (run.options().isEmpty()) {
            return Optional.empty();
        }
        List<Options.Row> rows = new ArrayList<>();
        run.reference().ifPresent(r -> rows.add(current(r)));
        run.options().forEach(o -> rows.add(row(o)));
        return Optional.of(new Options(lead(), scope.memory().name(), bars.scale(), rows));
    }

    private Text lead() {
        Optional<OptionResult> fastest = run.options().stream()
                .filter(o -> o.cell().isRanked())
                .min(Comparator.comparingDouble(o -> o.cell().ranked().shown().wallSeconds()));
        if (fastest.isEmpty()) {
            return Text.of("No option has a rank in this run.");
        }
        CellAnalysis cell = fastest.get().cell();
        String budget = scope.budget()
                .rssBytes()
                .map(b -> cell.rankedRssBytes() > b ? ", over the memory budget" : ", within the memory budget")
                .orElse("");
        String name = fastest.get().planned().option().name();
        String which = run.options().size() == 1
                ? " takes "
                : " is the fastest of the " + Units.count(run.options().size()) + " options: ";
        return Text.of(name + which
                + Units.secondsWithUnit(cell.ranked().shown().wallSeconds()) + budget + tied(fastest.get())
                + "." + recommendation() + otherWinners()
                + " Times as fast: wall of the current configuration \u00f7 wall of the option, with the 95"
                + Units.SPACE + "% interval over all forks." + whereStated());
    }

    /** Where none of them is what the run recommends. */
    private String recommendation() {
        boolean among = run.options().stream().anyMatch(o -> o.cell().name().equals(recommended));
        return run.cells().stream()
                .filter(cell ->
                        cell.name().equals(recommended) && !cell.planned().reference() && !among)
                .findFirst()
                .map(cell -> " None of them is what is recommended: " + cell.name() + " takes "
                        + Units.secondsWithUnit(cell.ranked().shown().wallSeconds()) + ".")
                .orElse("");
    }

    /** The options that this run does not tell apart from the fastest one. */
    private String tied(OptionResult fastest) {
        List<CellAnalysis> others = run.options().stream()
                .map(OptionResult::cell)
                .filter(CellAnalysis::isRanked)
                .toList();
        Set<String> tied = names(Standings.tiedWith(fastest.cell(), others));
        List<String> names = options(o -> tied.contains(o.cell().name()));
        return names.isEmpty() ? "" : "; not told apart from it: " + Wording.list(names);
    }

    /** The document that the promises stand in, where it is one. */
    private String whereStated() {
        List<String> where = run.options().stream()
                .flatMap(o -> o.planned().option().stated().stream())
                .flatMap(g -> g.where().stream())
                .distinct()
                .toList();
        return where.size() == 1 && !where.get(0).isBlank() ? " Stated before: " + where.get(0) + "." : "";
    }

    private Options.Row current(CellAnalysis reference) {
        return new Options.Row(
                "Current",
                reference.name(),
                List.of(),
                scope.costs(reference),
                bars.draw(reference),
                reference.numbers().isPresent() ? "1" : Units.DASH,
                "",
                "",
                Units.DASH,
                Optional.empty(),
                front(reference),
                scope.output(reference),
                scope.stateTag(reference),
                reference.name().equals(recommended));
    }

    private Options.Row row(OptionResult result) {
        Option option = result.planned().option();
        CellAnalysis cell = result.cell();
        Optional<Comparison> gain = result.gain();
        return new Options.Row(
                option.name(),
                cell.name(),
                option.set().entrySet().stream()
                        .map(e -> e.getKey() + ": " + e.getValue())
                        .toList(),
                scope.costs(cell),
                bars.draw(cell),
                gain.map(g -> Units.speedUp(g.timesAsFast())).orElse(Units.DASH),
                gain.flatMap(g -> g.ratio().interval())
                        .map(Interval::reciprocal)
                        .map(i -> Units.brackets(Units.ratioRange(i)))
                        .orElse(""),
                gain.map(g -> Wording.verdict(g.verdict())).orElse(""),
                option.stated()
                        .map(s -> stated(s, gain.filter(g -> cell.isRanked())))
                        .orElse(Units.DASH),
                projected.apply(result),
                front(cell),
                scope.output(cell),
                scope.stateTag(cell),
                cell.name().equals(recommended));
    }

    private String front(CellAnalysis cell) {
        return cell.isRanked() ? (run.standings().front().contains(cell.name()) ? "yes" : "no") : Units.DASH;
    }

    /** The option that needs the least CPU time, and those of the options that are on the front. */
    private String otherWinners() {
        List<OptionResult> ranked =
                run.options().stream().filter(o -> o.cell().isRanked()).toList();
        if (ranked.size() < 2) {
            return "";
        }
        OptionResult cheapest = ranked.stream()
                .min(Comparator.comparingDouble(o -> o.cell().ranked().shown().cpuSeconds()))
                .orElseThrow();
        Set<String> tied = names(Standings.costTiedWith(
                cheapest.cell(), ranked.stream().map(OptionResult::cell).toList()));
        List<String> ties = options(o -> tied.contains(o.cell().name()));
        List<String> front =
                options(o -> run.standings().front().contains(o.cell().name()));
        return " Cheapest in core\u2011seconds of the options: "
                + cheapest.planned().option().name() + ", "
                + Units.coreSeconds(cheapest.cell().ranked().shown().cpuSeconds())
                + (ties.isEmpty() ? "" : "; not told apart from it: " + Wording.list(ties)) + "."
                + (front.isEmpty() ? "" : " On the Pareto front of wall time and memory: " + Wording.list(front) + ".");
    }

    private static Set<String> names(List<CellAnalysis> cells) {
        return cells.stream().map(CellAnalysis::name).collect(Collectors.toSet());
    }

    private List<String> options(Predicate<OptionResult> which) {
        return run.options().stream()
                .filter(which)
                .map(o -> o.planned().option().name())
                .toList();
    }

    /** {@code 3–4, measured less}: the promise, and how it compares where the interval tells. */
    private static String stated(StatedGain stated, Optional<Comparison> gain) {
        String promise = Units.range(Units.trimmed(stated.low(), 2), Units.trimmed(stated.high(), 2));
        return promise
                + gain.flatMap(g -> g.ratio().interval())
                        .map(Interval::reciprocal)
                        .map(i -> i.high() < stated.low()
                                ? ", measured less"
                                : i.low() > stated.high() ? ", measured more" : "")
                        .orElse("");
    }
}
