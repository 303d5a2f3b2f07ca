// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.build;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.matrix.CommandTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts one command to each cell, with as few targets as tell the cells apart. */
final class CellTargets {

    private CellTargets() {}

    static List<CommandTarget> of(List<Cell> cells, Function<Cell, List<String>> command) {
        Map<List<String>, List<Cell>> groups = new LinkedHashMap<>();
        cells.forEach(cell -> groups.computeIfAbsent(command.apply(cell), key -> new ArrayList<>())
                .add(cell));
        if (groups.size() == 1) {
            return List.of(target(Map.of(), groups.keySet().iterator().next()));
        }
        List<CommandTarget> few = new ArrayList<>();
        groups.forEach((each, members) -> few.add(target(common(members), each)));
        few.sort(closestFirst());
        return tellsApart(few, cells, command) ? few : oneEach(cells, command);
    }

    /** A cell's own values come before those of a cell that has only some of them. */
    private static List<CommandTarget> oneEach(List<Cell> cells, Function<Cell, List<String>> command) {
        return cells.stream()
                .map(cell -> target(cell.axes(), command.apply(cell)))
                .sorted(closestFirst())
                .toList();
    }

    private static boolean tellsApart(
            List<CommandTarget> targets, List<Cell> cells, Function<Cell, List<String>> command) {
        return cells.stream()
                .allMatch(cell -> targets.stream()
                        .filter(target -> target.covers(cell))
                        .findFirst()
                        .filter(target -> target.command().equals(command.apply(cell)))
                        .isPresent());
    }

    private static Comparator<CommandTarget> closestFirst() {
        return Comparator.comparingInt((CommandTarget target) -> target.when().size())
                .reversed();
    }

    private static Map<String, String> common(List<Cell> cells) {
        Map<String, String> common = new LinkedHashMap<>(cells.get(0).axes());
        cells.forEach(cell -> common.entrySet().retainAll(cell.axes().entrySet()));
        return common;
    }

    private static CommandTarget target(Map<String, String> when, List<String> command) {
        return new CommandTarget(when, command, Map.of(), Optional.empty(), Optional.empty());
    }
}
