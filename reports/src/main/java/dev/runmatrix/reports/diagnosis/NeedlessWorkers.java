// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cells that differ in their workers alone, of which those with more workers than cores gain nothing.
 *
 * @param beyond those, the one that is told of first; at least one
 * @param enough the cell with as many workers as cores
 */
record NeedlessWorkers(List<Measured> beyond, Measured enough) {

    NeedlessWorkers {
        beyond = List.copyOf(beyond);
        if (beyond.isEmpty()) {
            throw new IllegalArgumentException("no cell with needless workers");
        }
    }

    Measured main() {
        return beyond.get(0);
    }

    Contrast contrast() {
        return Contrast.of(main(), enough);
    }

    /** {@code C04 against C03: wall ×1.02 [1.00–1.04]}. */
    String told() {
        return main().name() + " against " + enough.name() + ": wall " + Phrases.overAll(contrast());
    }

    /** Puts those together of which the same is said; of a group the reference first, else the greatest ratio. */
    static List<List<NeedlessWorkers>> alike(List<NeedlessWorkers> all) {
        Map<Said, List<NeedlessWorkers>> groups = new LinkedHashMap<>();
        all.forEach(each ->
                groups.computeIfAbsent(Said.of(each), key -> new ArrayList<>()).add(each));
        Comparator<NeedlessWorkers> first = Comparator.comparing(NeedlessWorkers::holdsReference)
                .thenComparing(each -> each.contrast().overAll().estimate())
                .reversed();
        return groups.values().stream()
                .map(group -> group.stream().sorted(first).toList())
                .toList();
    }

    private boolean holdsReference() {
        return main().facts().cell().planned().reference();
    }

    /**
     * What is said of a series beside its numbers.
     *
     * @param workers of the cell that is told of
     * @param fewer those that do as well
     * @param conclusive whether the cell with those confirms it
     */
    private record Said(int workers, int fewer, boolean conclusive) {

        static Said of(NeedlessWorkers each) {
            return new Said(
                    Setting.workers(each.main().facts()).orElse(1),
                    Setting.workers(each.enough.facts()).orElse(1),
                    each.contrast().isConclusive());
        }
    }
}
