// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line leaves of a matrix. A cell stays if one of the settings it measures matches some {@code only},
 * or there is none, and matches no {@code skip}.
 *
 * @param only choices to keep, empty: all
 * @param skip choices to leave out
 */
public record Filters(List<CellFilter> only, List<CellFilter> skip) {

    public static final Filters NONE = new Filters(List.of(), List.of());

    public Filters {
        only = List.copyOf(only);
        skip = List.copyOf(skip);
    }

    /** Reads the values of all {@code --only} and {@code --skip}. */
    public static Filters parse(List<String> only, List<String> skip) throws ConfigException {
        List<Problem> problems = new ArrayList<>();
        Filters filters = new Filters(parse("--only", only, problems), parse("--skip", skip, problems));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return filters;
    }

    /**
     * The cells of a plan that stay.
     *
     * @throws ConfigException if a filter names what no cell has, or if none stays
     */
    public List<PlannedCell> among(Plan plan) throws ConfigException {
        List<CellGroup> groups = plan.cells().stream().map(Filters::group).toList();
        List<Problem> problems = problems(groups);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        List<PlannedCell> kept = plan.cells().stream()
                .filter(cell -> reasonAgainst(group(cell)).isEmpty())
                .toList();
        if (kept.isEmpty()) {
            throw new ConfigException("--only and --skip", "leave no cell to measure; loosen them");
        }
        return kept;
    }

    private static CellGroup group(PlannedCell planned) {
        List<Cell> requested = Stream.concat(planned.merged().stream(), Stream.of(planned.cell()))
                .toList();
        return new CellGroup(planned.cell(), planned.ignored(), requested, planned.requestedWorkers());
    }

    private static List<CellFilter> parse(String flag, List<String> texts, List<Problem> problems) {
        List<CellFilter> filters = new ArrayList<>();
        for (String text : texts) {
            try {
                filters.add(CellFilter.parse(flag, text));
            } catch (ConfigException e) {
                problems.addAll(e.problems());
            }
        }
        return filters;
    }

    /** Why a cell is not measured, absent for one that is. */
    Optional<String> reasonAgainst(CellGroup group) {
        List<Cell> kept = group.settings().stream()
                .filter(s -> only.isEmpty() || any(only, s))
                .toList();
        if (kept.isEmpty()) {
            String choices = only.stream().map(CellFilter::argument).collect(Collectors.joining(" or "));
            return Optional.of("not in " + choices);
        }
        if (kept.stream().allMatch(s -> any(skip, s))) {
            CellFilter first = skip.stream()
                    .filter(f -> kept.stream().anyMatch(f::matches))
                    .findFirst()
                    .orElseThrow();
            return Optional.of("left out by " + first.argument());
        }
        return Optional.empty();
    }

    private static boolean any(List<CellFilter> filters, Cell setting) {
        return filters.stream().anyMatch(f -> f.matches(setting));
    }

    /** Axes and values in these filters that no cell has. */
    List<Problem> problems(List<CellGroup> groups) {
        Map<String, Set<String>> known = new LinkedHashMap<>();
        groups.stream()
                .flatMap(g -> g.settings().stream())
                .forEach(setting -> setting.axes()
                        .forEach((axis, value) -> known.computeIfAbsent(axis, a -> new LinkedHashSet<>())
                                .add(value)));
        List<Problem> problems = new ArrayList<>();
        Stream.concat(only.stream(), skip.stream())
                .forEach(filter -> filter.values()
                        .forEach((axis, values) -> problems.addAll(unknown(filter, axis, values, known))));
        return problems;
    }

    private static List<Problem> unknown(
            CellFilter filter, String axis, List<String> values, Map<String, Set<String>> known) {
        if (!known.containsKey(axis)) {
            String what = "'" + axis + "' is no axis of this matrix" + Suggestion.among(axis, known.keySet(), "it has");
            return List.of(new Problem(filter.argument(), what));
        }
        return values.stream()
                .filter(value -> !known.get(axis).contains(value))
                .map(value ->
                        "no cell has " + axis + "=" + value + Suggestion.among(value, known.get(axis), "its values"))
                .map(what -> new Problem(filter.argument(), what))
                .toList();
    }
}
