// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A matrix in which each cell of another one stands twice, once for each of two builds: the axis {@value BuildAxis#KEY} comes
 * last, and {@value BuildAxis#BASE} before {@value BuildAxis#HEAD}.
 *
 * @param file the other matrix with that axis, and the builds as programs of its cells
 * @param plan its cells
 */
public record BuildMatrix(MatrixFile file, Plan plan) {

    /**
     * Makes the matrix of two builds. Options are left out, as they compare settings; hooks stay.
     *
     * @param file the matrix whose cells are measured; its programs give way to those of the builds
     * @param limits how large it may be
     * @param filters which cells are measured
     * @param chosen which of those are
     * @throws ConfigException if the matrix has such an axis itself, if no cell is left, or if a build needs an axis that is
     *     not there
     */
    public static BuildMatrix of(
            MatrixFile file, Limits limits, Filters filters, Predicate<PlannedCell> chosen, MeasuredBuilds builds)
            throws ConfigException {
        requireNoAxisOfItsOwn(file);
        MatrixSpec before = withPrograms(file.spec(), builds.commandsOfSettings(file.spec()));
        Plan settings = new MatrixExpansion(limits).plan(file.with(before), filters);
        List<PlannedCell> kept = settings.cells().stream().filter(chosen).toList();
        if (kept.isEmpty()) {
            throw new ConfigException(
                    List.of(file.locations().problem("axes", "span none of the cells that were to be measured")));
        }
        MatrixSpec after = withAxis(withPrograms(file.spec(), builds.commands()));
        return new BuildMatrix(file.with(after), new Plan(doubled(kept), List.of(), settings.skips()));
    }

    /** Complains about a matrix that has the axis of builds itself. */
    public static void requireNoAxisOfItsOwn(MatrixFile file) throws ConfigException {
        boolean among = file.spec().axes().containsKey(BuildAxis.KEY);
        boolean included = file.spec().include().stream().anyMatch(setting -> setting.containsKey(BuildAxis.KEY));
        if (among || included) {
            throw new ConfigException(List.of(file.locations()
                    .problem(
                            among ? "axes" : "include",
                            "'" + BuildAxis.KEY + "' is the axis that two builds are given; rename that of the matrix,"
                                    + " or measure it with run, where such cells take turns, too")));
        }
    }

    private static List<PlannedCell> doubled(List<PlannedCell> settings) {
        String format = "C%0" + Math.max(2, String.valueOf(2 * settings.size()).length()) + "d";
        List<PlannedCell> cells = new ArrayList<>();
        for (PlannedCell setting : settings) {
            for (String build : List.of(BuildAxis.BASE, BuildAxis.HEAD)) {
                cells.add(built(setting, build, String.format(format, cells.size() + 1)));
            }
        }
        return cells;
    }

    private static PlannedCell built(PlannedCell setting, String build, String name) {
        return new PlannedCell(
                name,
                BuildAxis.cellOf(setting.cell(), build),
                setting.ignored(),
                setting.merged().stream()
                        .map(cell -> BuildAxis.cellOf(cell, build))
                        .toList(),
                setting.requestedWorkers(),
                setting.reference() && build.equals(BuildAxis.BASE));
    }

    private static MatrixSpec withPrograms(MatrixSpec spec, List<CommandTarget> commands) {
        return changed(spec, spec.axes(), spec.referenceCell(), commands);
    }

    private static MatrixSpec withAxis(MatrixSpec spec) {
        Map<String, List<String>> axes = new LinkedHashMap<>(spec.axes());
        axes.put(BuildAxis.KEY, List.of(BuildAxis.BASE, BuildAxis.HEAD));
        Optional<Map<String, String>> reference = spec.referenceCell()
                .map(partial ->
                        BuildAxis.cellOf(new Cell(partial), BuildAxis.BASE).axes());
        return changed(spec, axes, reference, spec.commands());
    }

    private static MatrixSpec changed(
            MatrixSpec spec,
            Map<String, List<String>> axes,
            Optional<Map<String, String>> reference,
            List<CommandTarget> commands) {
        return new MatrixSpec(
                spec.title(),
                spec.question(),
                axes,
                spec.include(),
                spec.exclude(),
                reference,
                List.of(),
                spec.budget(),
                spec.jvmArgs(),
                spec.protocol(),
                spec.profile(),
                commands,
                spec.hooks(),
                spec.gate());
    }
}
