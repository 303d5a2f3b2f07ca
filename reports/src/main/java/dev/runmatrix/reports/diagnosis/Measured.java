// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.RegionUsage;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.CpuSplit;
import dev.runmatrix.reports.analysis.ForkTimes;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * A cell with numbers, and the one real fork that stands for them wherever the run is told of: what a finding says of a
 * cell can be found in its row.
 *
 * @param facts the cell
 * @param numbers what it cost
 * @param shown the fork with the median wall time
 */
record Measured(CellFacts facts, CellNumbers numbers, ForkFacts shown) {

    /** The cell, where it has numbers, CPU time that could be counted, and nothing is known against its output. */
    static Optional<Measured> of(CellFacts facts) {
        return facts.numbers()
                .filter(numbers -> !facts.forks().isEmpty())
                .filter(numbers -> numbers.forks().stream().allMatch(fork -> fork.cpuSeconds() > 0))
                .filter(numbers -> facts.cell().state() != CellState.WRONG_OUTPUT)
                .map(numbers -> new Measured(
                        facts,
                        numbers,
                        facts.forks().get(Median.lowerIndex(facts.forks().size()))));
    }

    String name() {
        return facts.name();
    }

    double wallSeconds() {
        return shown.times().wallSeconds();
    }

    double cpuSeconds() {
        return shown.times().cpuSeconds();
    }

    double cores() {
        return shown.times().cores();
    }

    /** Peak of all forks; absent where none was seen. */
    Optional<Long> peakRssBytes() {
        return facts.cell().peakRssBytes();
    }

    /** Cores without those of the collector and the compilers, as far as they are known. */
    static double workCores(ForkFacts fork) {
        ForkTimes times = fork.times();
        return fork.split()
                .map(split -> ownSeconds(split) / times.wallSeconds())
                .orElse(times.cores());
    }

    private static double ownSeconds(CpuSplit split) {
        return split.workSeconds() + split.restSeconds();
    }

    /** Median CPU time without that of the collector and the compilers; empty where threads were not seen. */
    OptionalDouble ownCpuSeconds() {
        return facts.median(fork -> fork.split().map(Measured::ownSeconds));
    }

    double medianCpuSeconds() {
        return Median.of(numbers.cpuSeconds());
    }

    /** Rows that were read; absent where the region tells nothing. */
    Optional<Long> rows() {
        return shown.attempt().region().map(RegionUsage::rowsRead).filter(rows -> rows > 0);
    }

    /** Whether a condition holds in most forks, and in the one that is told of. */
    boolean holds(Predicate<ForkFacts> condition) {
        return facts.holds(condition) && condition.test(shown);
    }

    /** Whether its times may be set against those of others. */
    boolean isUndisturbed() {
        return !numbers.provisional() && Calm.holds(facts);
    }

    /** Whether it has enough clean forks for a rank. */
    boolean isRanked() {
        return facts.cell().isRanked();
    }
}
