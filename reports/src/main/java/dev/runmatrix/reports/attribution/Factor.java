// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.attribution;

import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.ForkTimes;
import java.util.function.ToDoubleFunction;

/**
 * How many times as large a number of one cell is as that of another.
 *
 * @param shown the number of the one shown fork ÷ that of the other cell's shown fork, above 0
 * @param ratio the Hodges–Lehmann ratio over all forks, with its 95 % interval where the forks suffice for one
 */
public record Factor(double shown, Ratio ratio) {

    private static final double CONFIDENCE = 0.95;

    static Factor of(CellNumbers cell, CellNumbers reference, ToDoubleFunction<ForkTimes> number) {
        double shown = number.applyAsDouble(cell.shown()) / number.applyAsDouble(reference.shown());
        return new Factor(shown, Ratio.of(values(cell, number), values(reference, number), CONFIDENCE));
    }

    private static double[] values(CellNumbers cell, ToDoubleFunction<ForkTimes> number) {
        return cell.forks().stream().mapToDouble(number).toArray();
    }

    /** The same of 1 ÷ the number. */
    public Factor reciprocal() {
        return new Factor(1 / shown, ratio.reciprocal());
    }
}
