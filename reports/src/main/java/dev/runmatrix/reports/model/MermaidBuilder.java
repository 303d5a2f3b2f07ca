// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Peak memory of the ranked cells as bars for a forge, with the budget as a line. */
final class MermaidBuilder {

    /** More bars than this cannot be told apart in the width of a comment. */
    private static final int MOST_BARS = 24;

    /** A budget higher than this above the bars would press them flat. */
    private static final int MOST_HEADROOM = 3;

    private MermaidBuilder() {}

    static Optional<MermaidBars> build(Scope scope) {
        List<CellAnalysis> ranked = scope.run().standings().ranked();
        if (ranked.size() < 2) {
            return Optional.empty();
        }
        List<CellAnalysis> shown = ranked.stream().limit(MOST_BARS).toList();
        Memory memory = scope.memory();
        Optional<Long> budget = scope.budget().rssBytes();
        double largest = shown.stream()
                .mapToDouble(c -> memory.in(c.rankedRssBytes()))
                .max()
                .orElse(1);
        Optional<Long> line = budget.filter(b -> memory.in(b) <= MOST_HEADROOM * largest);
        double end = Math.max(largest, line.map(memory::in).orElse(0.0)) * 1.1;
        String limit = line.map(b -> " (bars), budget " + memory.limit(b) + " (line)")
                .or(() -> budget.map(b -> ", budget " + memory.limit(b) + " is far above"))
                .orElse("");
        return Optional.of(new MermaidBars(
                "Peak RSS in " + memory.name() + limit + "; cells by wall time",
                shown.stream().map(c -> c.name().replaceAll("[^A-Za-z0-9]", "")).toList(),
                memory.name(),
                Units.fixed(end, end < 1 ? 2 : end < 10 ? 1 : 0),
                shown.stream().map(c -> memory.number(c.rankedRssBytes())).toList(),
                line.map(b -> Collections.nCopies(shown.size(), memory.number(b)))
                        .orElse(List.of())));
    }
}
