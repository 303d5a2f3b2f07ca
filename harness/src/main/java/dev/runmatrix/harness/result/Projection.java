// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import dev.runmatrix.harness.matrix.Cell;
import java.time.Instant;
import java.util.List;

/**
 * A value that was written down before anybody could measure it.
 *
 * @param schema {@value LedgerLine#SCHEMA}
 * @param id twelve hexadecimal digits of the run that made it, its quantity and its cell
 * @param quantity what it is about
 * @param cell the setting it is about, without axes that have no effect
 * @param at its number of workers or of rows
 * @param model what it rests on beside the basis
 * @param basis the measured cells it rests on, by rising workers or rows
 * @param value in the unit of the quantity
 * @param low where a measurement should lie at least, above 0
 * @param high where it should lie at most
 * @param reach the largest number of workers or rows of which the model would have said something
 * @param madeAt when the run that made it ended
 * @param run its id
 * @param key what must still be so when it is measured
 */
public record Projection(
        String schema,
        String id,
        ProjectedQuantity quantity,
        Cell cell,
        double at,
        ProjectionModel model,
        List<ProjectionBasis> basis,
        double value,
        double low,
        double high,
        double reach,
        Instant madeAt,
        String run,
        ProjectionKey key)
        implements LedgerLine {

    public Projection {
        basis = List.copyOf(basis);
        if (!(low > 0 && low <= value && value <= high)) {
            throw new IllegalArgumentException("projection " + id + ": " + value + " in " + low + " to " + high);
        }
    }

    /** Whether both are about the same quantity of the same cell under the same conditions. */
    public boolean isAboutSameAs(Projection other) {
        return quantity == other.quantity
                && cell.axes().equals(other.cell.axes())
                && key.differences(other.key).isEmpty();
    }
}
