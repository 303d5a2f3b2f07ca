// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.reports.analysis.CellAnalysis;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A measured cell beside what the smaller ones of its family would have said of it. Nothing was written down before: it
 * checks a model and is part of no track record.
 *
 * @param cell the cell
 * @param quantity what is compared
 * @param projected what the others say
 * @param measured median of its forks
 */
public record ModelCheck(CellAnalysis cell, ProjectedQuantity quantity, Projected projected, double measured) {

    /** Of the largest member of each family, each fitted when it is asked for. */
    public static Stream<ModelCheck> of(Families families) {
        return Stream.concat(
                families.workers().stream().flatMap(family -> of(family).stream()),
                families.sizes().stream().flatMap(ModelCheck::of));
    }

    private static Optional<ModelCheck> of(WorkerFamily family) {
        return family.last()
                .flatMap(last -> check(last.cell(), ProjectedQuantity.WALL, family.fromFewer(last.workers())));
    }

    private static Stream<ModelCheck> of(SizeFamily family) {
        DatasetFacts input = family.largest().facts();
        return Arrays.stream(ProjectedQuantity.values())
                .flatMap(quantity ->
                        check(family.largest().cell(), quantity, family.fromSmaller(input, quantity)).stream());
    }

    private static Optional<ModelCheck> check(
            CellAnalysis cell, ProjectedQuantity quantity, Optional<Projected> projected) {
        return projected.flatMap(
                p -> Values.median(cell, quantity).map(measured -> new ModelCheck(cell, quantity, p, measured)));
    }

    public boolean isInside() {
        return projected.interval().contains(measured);
    }
}
