// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.statistics.Contamination;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.PooledSpread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How much clean forks of one cell differed in earlier runs on this class of machines.
 *
 * @param spread robust spread of the logarithms of their wall times, the median over cells
 * @param forks how many forks it is of
 */
record EarlierSpread(double spread, int forks) {

    /** Older runs say less about the machine as it is now. */
    private static final int MOST_RUNS = 3;

    private static final int LEAST_FORKS = 4;

    /** The spread in the newest runs of this class; empty where there is none with enough clean forks. */
    static Optional<EarlierSpread> of(Path results, Environment environment) throws IOException {
        List<StoredRun> runs = EarlierRun.newest(
                results, run -> run.environment().machineClass().equals(environment.machineClass()), MOST_RUNS);
        return ofCells(runs.stream()
                .flatMap(run -> cleanWalls(run.forks()).stream())
                .filter(walls -> walls.length >= LEAST_FORKS)
                .toList());
    }

    private static Optional<EarlierSpread> ofCells(List<double[]> cells) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        double[] spreads = cells.stream()
                .mapToDouble(walls -> PooledSpread.of(walls, walls).orElseThrow())
                .toArray();
        return Optional.of(new EarlierSpread(
                Median.of(spreads),
                cells.stream().mapToInt(walls -> walls.length).sum()));
    }

    private static Collection<double[]> cleanWalls(List<ForkRecord> forks) {
        Map<String, double[]> walls = forks.stream()
                .filter(EarlierSpread::isClean)
                .collect(Collectors.groupingBy(
                        ForkRecord::cell,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                cell -> cell.stream()
                                        .mapToDouble(EarlierSpread::wallNanos)
                                        .toArray())));
        return walls.values();
    }

    private static boolean isClean(ForkRecord fork) {
        return fork.status() == ForkStatus.OK
                && !fork.isWarmup()
                && !fork.twin()
                && fork.process().isPresent()
                && fork.output().filter(OutputCheck::isWrong).isEmpty()
                && fork.noise().filter(EarlierSpread::disturbed).isEmpty();
    }

    private static boolean disturbed(NoiseEvidence noise) {
        return Contamination.of(
                noise.foreignCores(),
                noise.stealFraction().stream().mapToDouble(steal -> steal).findFirst());
    }

    private static double wallNanos(ForkRecord fork) {
        return fork.region().map(region -> (double) region.wallNanos()).orElseGet(() ->
                (double) fork.process().orElseThrow().wallNanos());
    }
}
