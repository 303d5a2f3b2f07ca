// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.attribution.TimeUse;
import dev.runmatrix.reports.attribution.WorkSplit;
import dev.runmatrix.reports.chart.Figure;
import dev.runmatrix.reports.chart.WaterfallChart;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the wall ratios that matter apart into CPU work and parallelism. */
final class WhyBuilder {

    /** The most comparisons of a report. */
    private static final int MOST_PAIRS = 12;

    private static final int MOST_SENTENCES = 4;
    private static final int MOST_COARSE = 4;

    private final Scope scope;
    private final List<ComparedPair> all;
    private final List<ComparedPair> pairs;
    private final Map<CellAnalysis, TimeUse> uses = new LinkedHashMap<>();

    WhyBuilder(Scope scope, RunVerdicts verdicts, String recommended) {
        this.scope = scope;
        this.all = new ComparedPairs(scope, verdicts).of(recommended);
        this.pairs = all.stream().limit(MOST_PAIRS).toList();
        WallClock clock = scope.run().clock();
        Map<String, CellAnalysis> cells = new LinkedHashMap<>();
        pairs.forEach(pair -> pair.cells().forEach(cell -> cells.putIfAbsent(cell.name(), cell)));
        cells.values().forEach(cell -> TimeUse.of(cell, clock).ifPresent(use -> uses.put(cell, use)));
    }

    Why build() {
        if (pairs.isEmpty()) {
            return new Why(
                    Text.of("No two cells can be compared."),
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return new Why(
                lead(),
                sentences(),
                Optional.of(figure()),
                pairs.stream().map(WhyBuilder::row).toList(),
                pairs.stream().flatMap(pair -> split(pair).stream()).toList(),
                uses.entrySet().stream()
                        .map(use -> time(use.getKey(), use.getValue()))
                        .toList(),
                notes());
    }

    private static Text lead() {
        return Text.of(
                "Wall = CPU work \u00f7 cores used, exactly, in the one fork that is shown of each cell. Ratios: this"
                        + " cell \u00f7 the other, so that below \u00d71 is less; in brackets the 95" + Units.SPACE
                        + "% interval over all forks, an estimate of its own for each ratio.");
    }

    private List<Text> sentences() {
        List<Text> told = pairs.stream()
                .filter(ComparedPair::told)
                .map(ComparedPair::sentence)
                .limit(MOST_SENTENCES)
                .toList();
        return told.isEmpty() ? List.of(pairs.get(0).sentence()) : told;
    }

    private Figure figure() {
        String label = "Wall ratios of " + Units.counted(pairs.size(), "comparison", "comparisons")
                + " taken apart into CPU work and parallelism";
        return WaterfallChart.draw(new WaterfallChart.Input(
                label,
                "wall time, this \u00f7 the other (log scale)",
                pairs.stream()
                        .map(pair -> new WaterfallChart.Row(
                                pair.cell(),
                                pair.title() + ": " + pair.equation(),
                                pair.title(),
                                pair.reason(),
                                pair.decomposition().work().shown(),
                                pair.decomposition().wall().shown(),
                                pair.equation()))
                        .toList()));
    }

    private static Why.Row row(ComparedPair pair) {
        return new Why.Row(
                pair.cell(),
                pair.against(),
                pair.reason(),
                ComparedPair.ranged(pair.decomposition().work()),
                ComparedPair.ranged(pair.decomposition().inverseCores()),
                ComparedPair.ranged(pair.decomposition().wall()),
                pair.reading());
    }

    private static Optional<Why.Split> split(ComparedPair pair) {
        Optional<WorkSplit> split = pair.decomposition().split();
        return split.map(s -> new Why.Split(
                pair.cell(),
                pair.against(),
                signed(pair.decomposition().work().shown() - 1),
                signed(s.work()),
                signed(s.garbage()),
                signed(s.compiler()),
                signed(s.rest())));
    }

    /** A share with its sign, without one where it rounds to nothing. */
    private static String signed(double share) {
        String text = Units.fixed(Math.abs(share), 3);
        String nothing = Units.fixed(0, 3);
        return text.equals(nothing) ? nothing : share > 0 ? "+" + text : Units.fixed(share, 3);
    }

    private Why.Time time(CellAnalysis cell, TimeUse use) {
        return new Why.Time(
                cell.name(),
                scope.label(cell),
                Units.cores(use.cores()),
                use.workers().map(w -> Units.count(w.workers())).orElse(Units.DASH),
                use.workers().map(w -> percent(w.cpu())).orElse(Units.DASH),
                use.workers().map(w -> percent(w.runQueue())).orElse(Units.DASH),
                use.workers().map(w -> percent(w.waiting())).orElse(Units.DASH),
                use.pauseShare().map(WhyBuilder::percent).orElse(Units.DASH));
    }

    private static String percent(double share) {
        return Units.fixed(100 * share, 1);
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        coarse().ifPresent(notes::add);
        if (uses.values().stream().allMatch(use -> use.workers().isEmpty())
                && pairs.stream().allMatch(p -> p.decomposition().split().isEmpty())) {
            notes.add(
                    Text.of("The threads of these forks were not seen, so that CPU work is not split, and what workers"
                            + " waited for is not told."));
        } else if (scope.run().clock() == WallClock.PROCESS) {
            notes.add(Text.of("Threads were seen from outside: what one did after the last look at it counts as rest,"
                    + " and as waiting."));
        }
        left().ifPresent(notes::add);
        if (all.size() > pairs.size()) {
            int more = all.size() - pairs.size();
            notes.add(Text.of(Units.counted(more, "further pair is", "further pairs are") + " left out; ")
                    .code("./run-matrix explain RUN CELL")
                    .plain(" takes any cell apart."));
        }
        return notes;
    }

    /** Cells whose CPU time is so little that the steps of its counter show. */
    private Optional<Text> coarse() {
        List<String> cells = uses.entrySet().stream()
                .filter(use -> use.getValue().isCoarse())
                .limit(MOST_COARSE)
                .map(use -> use.getKey().name() + " to \u00b1"
                        + Units.percent(TimeUse.STEP_SECONDS / use.getValue().leastCpuSeconds()) + " of "
                        + Units.coreSeconds(use.getValue().leastCpuSeconds()))
                .toList();
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("CPU time is counted in steps of 0.01" + Units.SPACE
                        + "s. In the fork that used least it is known of " + Wording.list(cells) + "."));
    }

    /** Cells whose numbers stand in parentheses. */
    private Optional<Text> left() {
        List<String> names = scope.run().mainCells().stream()
                .filter(cell -> cell.numbers().filter(CellNumbers::provisional).isPresent())
                .map(CellAnalysis::name)
                .toList();
        return names.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.of("Not compared, as their numbers do not count: " + Wording.names(names) + "."));
    }
}
