// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.result.Pressure;
import dev.runmatrix.harness.result.ProcessUsage;
import java.util.List;
import java.util.Optional;

/**
 * What the machine did around one fork, set against the fork's own size. Times are shares of its wall time, from its start
 * to its exit; each is absent where the machine does not tell.
 *
 * @param evidence as it was measured
 * @param runQueue time that its threads waited for a processor, a share of the wall time of its requested workers
 * @param throttled processors on which its control group was throttled, on average: the kernel adds the time over
 *     processors, so that it may be more than 1
 * @param cpuPressure time that something waited for a processor
 * @param memoryPressure time that something waited for memory
 * @param ioPressure time that something waited for input or output
 * @param storageShare bytes that storage delivered, a share of the input's bytes; more than 1 where it was read twice
 */
public record ForkNoise(
        NoiseEvidence evidence,
        Optional<Double> runQueue,
        Optional<Double> throttled,
        Optional<Double> cpuPressure,
        Optional<Double> memoryPressure,
        Optional<Double> ioPressure,
        Optional<Double> storageShare) {

    /** What was seen around an attempt of a cell; absent where nothing was. */
    static Optional<ForkNoise> of(ForkRecord attempt, PlannedCell cell, List<DatasetFacts> datasets) {
        Optional<Long> wall = attempt.process().map(ProcessUsage::wallNanos).filter(w -> w > 0);
        return attempt.noise().map(noise -> {
            Optional<Pressure> pressure = noise.pressure();
            return new ForkNoise(
                    noise,
                    share(noise.runQueueNanos(), wall.map(w -> w * Math.max(1, cell.requestedWorkers()))),
                    share(noise.throttledNanos(), wall),
                    share(pressure.flatMap(Pressure::cpuNanos), wall),
                    share(pressure.flatMap(Pressure::memoryNanos), wall),
                    share(pressure.flatMap(Pressure::ioNanos), wall),
                    share(noise.storageReadBytes(), inputBytes(cell, datasets)));
        });
    }

    private static Optional<Double> share(Optional<Long> part, Optional<Long> whole) {
        return part.flatMap(p -> whole.map(w -> (double) p / w));
    }

    private static Optional<Long> inputBytes(PlannedCell cell, List<DatasetFacts> datasets) {
        Optional<String> name = cell.cell().get(CellAnalysis.DATASET);
        return datasets.stream()
                .filter(d -> name.map(n -> n.equals(d.name())).orElse(datasets.size() == 1))
                .map(DatasetFacts::bytes)
                .filter(b -> b > 0)
                .findFirst();
    }

    /** Where its input came from; absent where the machine does not tell. */
    public Optional<PageCache> pageCache() {
        return storageShare.map(PageCache::of);
    }
}
