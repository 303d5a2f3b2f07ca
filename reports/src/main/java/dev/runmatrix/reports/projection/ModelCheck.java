// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.reports.analysis.CellAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** Of the largest member of each family. */
    public static List<ModelCheck> of(Families families) {
        List<ModelCheck> checks = new ArrayList<>();
        for (WorkerFamily family : families.workers()) {
            family.last()
                    .flatMap(last -> check(last.cell(), ProjectedQuantity.WALL, family.fromFewer(last.workers())))
                    .ifPresent(checks::add);
        }
        for (SizeFamily family : families.sizes()) {
            DatasetFacts input = family.largest().facts();
            for (ProjectedQuantity quantity : ProjectedQuantity.values()) {
                check(family.largest().cell(), quantity, family.fromSmaller(input, quantity))
                        .ifPresent(checks::add);
            }
        }
        return List.copyOf(checks);
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
