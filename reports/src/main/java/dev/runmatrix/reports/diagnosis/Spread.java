// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.analysis.CellNumbers;
import java.util.Arrays;
import java.util.Optional;

/**
 * How far the forks of a cell lie apart: standard deviations of logarithms, for small ones about shares of the size.
 *
 * @param wall of the wall times
 * @param cpu of the CPU times
 */
record Spread(double wall, double cpu) {

    private static final int LEAST_FORKS = 4;

    /** The spread of a cell; absent below {@value #LEAST_FORKS} forks, or where some fork used no CPU time that is seen. */
    static Optional<Spread> of(CellFacts cell) {
        return cell.numbers()
                .filter(numbers -> numbers.n() >= LEAST_FORKS)
                .filter(numbers -> Arrays.stream(numbers.cpuSeconds()).allMatch(seconds -> seconds > 0))
                .map(Spread::of);
    }

    private static Spread of(CellNumbers numbers) {
        return new Spread(deviation(numbers.wallSeconds()), deviation(numbers.cpuSeconds()));
    }

    private static double deviation(double... values) {
        double[] logs = Arrays.stream(values).map(Math::log).toArray();
        double mean = Arrays.stream(logs).average().orElse(0);
        double squares =
                Arrays.stream(logs).map(log -> (log - mean) * (log - mean)).sum();
        return Math.sqrt(squares / (logs.length - 1));
    }
}
