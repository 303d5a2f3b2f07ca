// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * A configuration of a recorded run on its inputs.
 *
 * @param alike cells on the inputs of the kind of the largest, by rising rows
 * @param others cells on inputs of another kind
 */
record RecordedSizes(RecordedForks run, List<RecordedCell> alike, List<RecordedCell> others) {

    private static final int ENOUGH = 4;

    /** All configurations with two or more cells that have a rank, in the order of the plan. */
    static List<RecordedSizes> of(RecordedForks run) {
        Map<String, List<RecordedCell>> families = new LinkedHashMap<>();
        for (RecordedCell cell : run.cells()) {
            if (cell.isQuiet() && cell.forks().size() >= ENOUGH) {
                families.computeIfAbsent(setting(cell.plan()), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        return families.values().stream()
                .filter(cells -> cells.size() > 1)
                .map(cells -> of(run, cells))
                .toList();
    }

    /** The axes of a planned cell that have an effect, but for the input. */
    static String setting(JsonNode plan) {
        List<String> ignored = new ArrayList<>();
        plan.get("ignored").forEach(axis -> ignored.add(axis.asText()));
        return settingOf(plan.get("cell"), ignored);
    }

    static String settingOf(JsonNode axes, List<String> ignored) {
        return axes.properties().stream()
                .filter(axis -> !axis.getKey().equals("dataset") && !ignored.contains(axis.getKey()))
                .map(axis -> axis.getKey() + "=" + axis.getValue().asText())
                .collect(Collectors.joining(" "));
    }

    private static RecordedSizes of(RecordedForks run, List<RecordedCell> cells) {
        cells.sort(Comparator.comparingDouble(run::rows));
        RecordedCell largest = cells.get(cells.size() - 1);
        return new RecordedSizes(
                run,
                cells.stream().filter(cell -> isAlike(run, cell, largest)).toList(),
                cells.stream().filter(cell -> !isAlike(run, cell, largest)).toList());
    }

    /** As many rows of summary for a row, but for a factor of two. */
    private static boolean isAlike(RecordedForks run, RecordedCell one, RecordedCell other) {
        double ratio = run.rows(one) / run.summaryRows(one) / (run.rows(other) / run.summaryRows(other));
        return ratio <= 2 && ratio >= 0.5;
    }

    RecordedCell first() {
        return alike.get(0);
    }

    RecordedCell largest() {
        return alike.get(alike.size() - 1);
    }

    /** The same without the largest. */
    Optional<RecordedSizes> smaller() {
        List<RecordedCell> rest =
                alike.stream().filter(cell -> !cell.equals(largest())).toList();
        return rest.isEmpty() ? Optional.empty() : Optional.of(new RecordedSizes(run, rest, others));
    }

    private LargerInputs.Size size(RecordedCell cell, Quantity quantity) {
        return new LargerInputs.Size(
                run.rows(cell), DoubleStream.of(cell.all(quantity::of)).boxed().toList());
    }

    /** What it says of larger inputs; absent where no smaller one took less. */
    Optional<LargerInputs> larger(Quantity quantity) {
        LargerInputs.Size large = size(largest(), quantity);
        Optional<LargerInputs.Size> previous =
                alike.size() < 2 ? Optional.empty() : Optional.of(size(alike.get(alike.size() - 2), quantity));
        return Stream.concat(
                        alike.stream().map(cell -> size(cell, quantity)),
                        others.stream()
                                .map(cell -> size(cell, quantity))
                                .filter(size -> size.median() < large.median()))
                .filter(size -> size.rows() < large.rows())
                .min(Comparator.comparingDouble(LargerInputs.Size::median))
                .map(start -> new LargerInputs(quantity == Quantity.RSS, large, start, previous));
    }

    /** {@code 0.91 [0.84–1.02]}: the slope of the logarithms from the smallest to the largest of a kind. */
    String elasticity(Quantity quantity) {
        double[] from = first().all(quantity::of);
        double[] to = largest().all(quantity::of);
        double[] ends = Arithmetic.ends(to, from);
        double rows = Math.log(run.rows(largest()) / run.rows(first()));
        return Printed.fixed(Math.log(Arithmetic.ratio(to, from)) / rows, 2) + " ["
                + Printed.fixed(Math.log(ends[0]) / rows, 2) + "\u2013" + Printed.fixed(Math.log(ends[1]) / rows, 2)
                + "]";
    }

    /** {@code 3.7 M}. */
    static String rows(double rows) {
        double millions = Math.rint(rows / 1e5) / 10;
        return Printed.bare(millions) + " M";
    }
}
