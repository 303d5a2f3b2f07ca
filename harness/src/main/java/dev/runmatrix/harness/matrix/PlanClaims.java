// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The claims of a file and the cells that they are about.
 *
 * @param claims each with its cells
 * @param idle what points at no cells; a mistake, unless a profile has left these cells out
 */
record PlanClaims(List<PlannedClaim> claims, List<Idle> idle) {

    /** So many pairs are judged in a blink. */
    static final int MOST_CASES = 5_000;

    /**
     * A part of a claim without a cell.
     *
     * @param path where it stands, {@code claims[0].versus}
     * @param what what is wrong and the way out
     */
    record Idle(String path, String what) {}

    /** A group of settings and the name of the cell that measures them. */
    record Named(String name, CellGroup group) {

        boolean matches(List<Map<String, String>> settings) {
            return settings.isEmpty() || settings.stream().anyMatch(group::matches);
        }

        /** Its axes that have an effect, without one of them. */
        Map<String, String> without(Axis axis) {
            Map<String, String> rest = new LinkedHashMap<>(group.cell().axes());
            rest.keySet().removeAll(group.ignored());
            rest.remove(axis.key());
            return rest;
        }

        String value(Axis axis) {
            return group.cell().get(axis.key()).orElse("");
        }
    }

    /**
     * Resolves claims.
     *
     * @param cells all cells, those too that the command line leaves out
     * @param reference name of the reference cell; absent where there is none
     */
    static PlanClaims of(List<Claim> claims, List<Named> cells, Optional<String> reference) {
        List<PlannedClaim> planned = new ArrayList<>();
        List<Idle> idle = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            List<Idle> own = new ArrayList<>();
            List<PlannedClaim.Group> groups = new Resolving(claim, "claims[" + i + "]", cells, reference, own).groups();
            planned.add(new PlannedClaim("K" + (i + 1), claim, own.isEmpty() ? groups : List.of()));
            idle.addAll(own);
        }
        long cases = planned.stream().mapToLong(PlannedClaim::cases).sum();
        if (cases > MOST_CASES) {
            String what = "come to " + cases + " cells and pairs of cells, more than " + MOST_CASES
                    + "; name fewer in cells and versus";
            return new PlanClaims(List.of(), List.of(new Idle("claims", what)));
        }
        return new PlanClaims(planned, idle);
    }

    /** Finds the cells of one claim. */
    private record Resolving(Claim claim, String path, List<Named> all, Optional<String> reference, List<Idle> idle) {

        List<PlannedClaim.Group> groups() {
            requireCells("cells", claim.cells());
            requireCells("versus", claim.versus());
            List<Named> cells = named(claim.cells());
            return switch (claim.kind()) {
                case BOUND -> List.of(group(cells, List.of()));
                case RATIO -> pairs(cells);
                case EQUALITY -> claim.metric().isPresent() ? pairs(cells) : byInput(cells);
                case GROWTH -> series(cells, Axis.DATASET, cell -> true);
                case SCALING ->
                    series(
                            cells,
                            Axis.MAX_WORKERS,
                            cell -> !cell.group().ignored().contains(Axis.MAX_WORKERS.key()));
            };
        }

        private List<Named> named(List<Map<String, String>> settings) {
            return all.stream().filter(cell -> cell.matches(settings)).toList();
        }

        private void requireCells(String key, List<Map<String, String>> settings) {
            for (Map<String, String> setting : settings) {
                if (all.stream().noneMatch(cell -> cell.group().matches(setting))) {
                    idle.add(new Idle(
                            path,
                            (key.equals("versus") ? "versus: " : "") + "no cell has " + Claim.words(setting)
                                    + "; name values that the axes have"));
                }
            }
        }

        private static PlannedClaim.Group group(List<Named> cells, List<Named> versus) {
            return new PlannedClaim.Group(
                    cells.stream().map(Named::name).toList(),
                    versus.stream().map(Named::name).toList());
        }

        private List<PlannedClaim.Group> byInput(List<Named> cells) {
            return inputs(cells).stream()
                    .map(input -> group(on(input, cells), List.of()))
                    .toList();
        }

        /** Each of the ones with each of the others on its input, or whatever the input where both sides name theirs. */
        private List<PlannedClaim.Group> pairs(List<Named> cells) {
            List<Named> others = claim.versus().isEmpty()
                    ? all.stream()
                            .filter(cell ->
                                    reference.filter(cell.name()::equals).isPresent())
                            .toList()
                    : named(claim.versus());
            if (others.isEmpty() && claim.versus().isEmpty()) {
                idle.add(new Idle(path, "is compared with the reference cell; add reference_cell, or versus"));
                return List.of();
            }
            if (namesInput(claim.cells()) && namesInput(claim.versus())) {
                return List.of(group(cells, others));
            }
            List<PlannedClaim.Group> groups = inputs(cells).stream()
                    .map(input -> group(on(input, cells), on(input, others)))
                    .filter(group -> !group.versus().isEmpty())
                    .toList();
            if (groups.isEmpty() && idle.isEmpty()) {
                idle.add(new Idle(path, "compares cells of different inputs; name the dataset on both sides to do so"));
            }
            return groups;
        }

        private static boolean namesInput(List<Map<String, String>> settings) {
            return !settings.isEmpty() && settings.stream().allMatch(s -> s.containsKey(Axis.DATASET.key()));
        }

        private static List<String> inputs(List<Named> cells) {
            return List.copyOf(new LinkedHashSet<>(
                    cells.stream().map(cell -> cell.value(Axis.DATASET)).toList()));
        }

        private static List<Named> on(String input, List<Named> cells) {
            return cells.stream()
                    .filter(cell -> cell.value(Axis.DATASET).equals(input))
                    .toList();
        }

        /** Cells that differ in one axis alone. */
        private List<PlannedClaim.Group> series(List<Named> cells, Axis axis, Predicate<Named> usable) {
            Map<Map<String, String>, List<Named>> byRest = new LinkedHashMap<>();
            cells.stream()
                    .filter(usable)
                    .forEach(cell -> byRest.computeIfAbsent(cell.without(axis), rest -> new ArrayList<>())
                            .add(cell));
            List<PlannedClaim.Group> groups = byRest.values().stream()
                    .filter(series -> series.size() > 1)
                    .map(series -> group(sorted(series), List.of()))
                    .toList();
            if (groups.isEmpty() && idle.isEmpty()) {
                idle.add(new Idle(
                        path,
                        "no two of its cells differ in " + axis.key() + " alone; add such cells to axes or include"));
            }
            return groups;
        }

        private static List<Named> sorted(List<Named> series) {
            return series.stream()
                    .sorted(Comparator.comparingInt(cell -> cell.group().workers()))
                    .toList();
        }
    }

    /** What is idle as sentences for a reader whose profile has other cells. */
    Stream<String> notices(Locations locations) {
        return idle.stream()
                .map(part ->
                        "claims: the claim at " + locations.line(part.path()) + " is not measured: " + part.what());
    }
}
