// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.words.CellLabels;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * One cell as the rules see it: the forks that its numbers rest on.
 *
 * @param cell the cell
 * @param forks those forks by rising wall time; empty where none finished
 */
record CellFacts(CellAnalysis cell, List<ForkFacts> forks) {

    /** A condition holds in a cell that it holds in so many of its forks. */
    private static final double MOST_FORKS = 2.0 / 3;

    CellFacts {
        forks = List.copyOf(forks);
    }

    String name() {
        return cell.name();
    }

    /** Workers that can work at the same time: one where the cell is serial. */
    int workers() {
        return CellLabels.isSerial(cell.planned()) ? 1 : cell.planned().requestedWorkers();
    }

    Optional<CellNumbers> numbers() {
        return cell.numbers();
    }

    /** Whether a condition holds in at least two thirds of the forks. */
    boolean holds(Predicate<ForkFacts> condition) {
        long holding = forks.stream().filter(condition).count();
        return !forks.isEmpty() && holding >= MOST_FORKS * forks.size();
    }

    /** The median of a number over the forks that have it; empty where less than two thirds of them have. */
    OptionalDouble median(Function<ForkFacts, Optional<Double>> number) {
        double[] values = forks.stream()
                .flatMap(fork -> number.apply(fork).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return values.length > 0 && values.length >= MOST_FORKS * forks.size()
                ? OptionalDouble.of(Median.of(values))
                : OptionalDouble.empty();
    }
}
