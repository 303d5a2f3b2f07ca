// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Requested settings that one cell measures, because they differ only in axes without effect.
 *
 * @param cell the setting that is measured for all of them
 * @param ignored axes of the cell without effect
 * @param requested the settings, at least one, in order of request
 * @param workers threads that the program was asked to use; 1 where nobody could ask it
 */
record CellGroup(Cell cell, Set<String> ignored, List<Cell> requested, int workers) {

    CellGroup {
        requested = List.copyOf(requested);
    }

    /**
     * Groups settings, in order of their first request.
     *
     * @param axes values of the axes as declared; they fill in an axis without effect that a setting leaves out
     * @param effects which axes have one
     */
    static List<CellGroup> of(Map<String, List<String>> axes, List<Map<String, String>> settings, IgnoredAxes effects) {
        Set<String> order = new LinkedHashSet<>(axes.keySet());
        settings.forEach(s -> order.addAll(s.keySet()));
        Map<Map<String, String>, List<Map<String, String>>> groups = new LinkedHashMap<>();
        for (Map<String, String> setting : settings) {
            groups.computeIfAbsent(effects.effective(setting), key -> new ArrayList<>())
                    .add(setting);
        }
        return groups.values().stream().map(g -> group(g, order, axes, effects)).toList();
    }

    private static CellGroup group(
            List<Map<String, String>> settings,
            Collection<String> order,
            Map<String, List<String>> axes,
            IgnoredAxes effects) {
        Map<String, String> first = settings.get(0);
        Set<String> ignored = effects.in(first);
        Map<String, String> kept = new LinkedHashMap<>();
        for (String axis : order) {
            List<String> values = settings.stream()
                    .flatMap(s -> Optional.ofNullable(s.get(axis)).stream())
                    .distinct()
                    .toList();
            if (!values.isEmpty()) {
                kept.put(axis, IgnoredAxes.kept(values));
            } else if (ignored.contains(axis) && axes.containsKey(axis)) {
                kept.put(axis, IgnoredAxes.kept(axes.getOrDefault(axis, List.of())));
            }
        }
        List<Cell> requested =
                settings.stream().map(s -> ordered(s, order)).distinct().toList();
        Set<String> present = new LinkedHashSet<>(ignored);
        present.retainAll(kept.keySet());
        // The largest values together may be a setting that another program measures.
        Cell cell = effects.sameProgram(kept, first) ? new Cell(kept) : ordered(first, order);
        String workers = Axis.MAX_WORKERS.key();
        boolean asked = !(effects.isCommand(first) && ignored.contains(workers));
        return new CellGroup(
                cell,
                present,
                requested,
                cell.get(workers).filter(n -> asked).map(Integer::parseInt).orElse(1));
    }

    private static Cell ordered(Map<String, String> setting, Collection<String> order) {
        Map<String, String> ordered = new LinkedHashMap<>();
        order.stream().filter(setting::containsKey).forEach(axis -> ordered.put(axis, setting.get(axis)));
        return new Cell(ordered);
    }

    /** The requested settings and the one that is measured. */
    List<Cell> settings() {
        return Stream.concat(requested.stream(), Stream.of(cell)).distinct().toList();
    }

    /** Whether one of the requested settings has all of these values. */
    boolean matches(Map<String, String> partial) {
        return settings().stream().anyMatch(s -> s.axes().entrySet().containsAll(partial.entrySet()));
    }

    PlannedCell planned(String name, boolean reference) {
        List<Cell> merged = requested.stream()
                .filter(r -> !cell.axes().entrySet().containsAll(r.axes().entrySet()))
                .toList();
        return new PlannedCell(name, cell, ignored, merged, workers, reference);
    }
}
