// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;
import java.util.Set;

/**
 * A cell that will be measured.
 *
 * @param name short name within the run, {@code C01}, {@code C02}, … in declaration order
 * @param cell the setting; ignored axes keep the largest requested value
 * @param ignored axes of the matrix that have no effect in this cell
 * @param merged requested settings that differ from {@code cell} only in ignored axes and are measured by it
 * @param requestedWorkers the largest {@code max_workers} that was asked for, 1 where the matrix has no such axis
 * @param reference whether the other cells are compared with this one
 */
public record PlannedCell(
        String name, Cell cell, Set<String> ignored, List<Cell> merged, int requestedWorkers, boolean reference) {

    public PlannedCell {
        ignored = Set.copyOf(ignored);
        merged = List.copyOf(merged);
    }
}
