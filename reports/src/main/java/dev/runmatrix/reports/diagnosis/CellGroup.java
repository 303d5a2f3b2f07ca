// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Cells of which the same is to be said, so that it is said once.
 *
 * @param cells at least one; the main one, of which the numbers are told, first
 */
record CellGroup(List<CellFacts> cells) {

    CellGroup {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a group without cells");
        }
    }

    /**
     * Puts cells together.
     *
     * @param cells those in which a condition holds, in plan order
     * @param alike equal for cells of which the same is said
     * @param weight greatest for the main one of a group; of equals the earliest
     */
    static List<CellGroup> of(List<CellFacts> cells, Function<CellFacts, ?> alike, ToDoubleFunction<CellFacts> weight) {
        Map<Object, List<CellFacts>> groups = new LinkedHashMap<>();
        cells.forEach(cell -> groups.computeIfAbsent(alike.apply(cell), k -> new ArrayList<>())
                .add(cell));
        return groups.values().stream()
                .map(group -> group.stream()
                        .sorted(Comparator.comparingDouble(weight).reversed())
                        .toList())
                .map(CellGroup::new)
                .toList();
    }

    /** All of them in one group; none for no cells. */
    static List<CellGroup> together(List<CellFacts> cells, ToDoubleFunction<CellFacts> weight) {
        return of(cells, cell -> "", weight);
    }

    CellFacts main() {
        return cells.get(0);
    }

    List<String> names() {
        return cells.stream().map(CellFacts::name).toList();
    }

    /** Their names as the subject of a sentence, in plan order while they are few. */
    String told() {
        return Wording.names(names().stream().sorted().toList());
    }

    /** The verb that agrees with {@link #told()}. */
    String verb(String one, String many) {
        return cells.size() == 1 ? one : many;
    }

    /** {@code in C03, the most of these 4 cells}: where the numbers that follow are from. */
    String where() {
        return cells.size() == 1 ? "in " + main().name() : "in " + main().name() + ", where it is most";
    }
}
