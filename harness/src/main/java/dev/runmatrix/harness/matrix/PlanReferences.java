// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The parts of a file that point at cells. An option that the matrix does not measure is a problem rather than one more
 * cell, so that nothing is measured that axes and include do not show.
 *
 * @param reference the cell the others are compared with, absent where the file names none
 * @param options each option and its cell
 */
record PlanReferences(Optional<CellGroup> reference, Map<Option, CellGroup> options) {

    static PlanReferences of(MatrixFile file, List<CellGroup> groups) throws ConfigException {
        List<Problem> problems = new ArrayList<>();
        Optional<CellGroup> reference =
                file.spec().referenceCell().flatMap(partial -> reference(partial, groups, file.locations(), problems));
        Map<Option, CellGroup> options = new LinkedHashMap<>();
        List<Option> all = file.spec().options();
        if (!all.isEmpty() && file.spec().referenceCell().isEmpty()) {
            problems.add(file.locations().problem("options", "change a reference cell; add reference_cell"));
        }
        for (int i = 0; i < all.size() && reference.isPresent(); i++) {
            String path = "options[" + i + "]";
            Option option = all.get(i);
            Cell base = reference.get().cell().with(file.spec().referenceCell().orElseThrow());
            Cell wanted = base.with(option.set());
            Optional<CellGroup> group = measuring(wanted, groups, new IgnoredAxes(file.spec()));
            if (group.isEmpty()) {
                problems.add(
                        file.locations().problem(path, "no cell measures " + text(wanted) + "; add it to include"));
            } else if (group.equals(reference)) {
                problems.add(file.locations().problem(path, "changes nothing that has an effect; set another axis"));
            } else {
                options.put(option, group.get());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new PlanReferences(reference, options);
    }

    boolean isReference(CellGroup group) {
        return reference.filter(group::equals).isPresent();
    }

    private static Optional<CellGroup> reference(
            Map<String, String> partial, List<CellGroup> groups, Locations locations, List<Problem> problems) {
        List<CellGroup> matches =
                groups.stream().filter(g -> g.matches(partial)).toList();
        if (matches.size() == 1) {
            return Optional.of(matches.get(0));
        }
        String what = matches.isEmpty()
                ? "no cell has " + text(new Cell(partial)) + "; name values that the axes have"
                : matches.size() + " cells match, such as "
                        + text(matches.get(0).cell()) + " and "
                        + text(matches.get(1).cell()) + "; name more axes, until one is left";
        problems.add(locations.problem("reference_cell", what));
        return Optional.empty();
    }

    private static Optional<CellGroup> measuring(Cell wanted, List<CellGroup> groups, IgnoredAxes effects) {
        Map<String, String> effective = effects.effective(wanted.axes());
        return groups.stream()
                .filter(g -> effects.effective(g.cell().axes()).equals(effective))
                .findFirst();
    }

    private static String text(Cell cell) {
        return cell.axes().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
    }
}
