// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.RegionDetail;
import dev.runmatrix.harness.result.RegionUsage;
import java.util.Optional;

/**
 * The heap of one fork of the measured JVM. Everything is absent for other programs and where the fork did not tell.
 *
 * @param fork the fork
 */
record HeapFacts(ForkFacts fork) {

    private static final double NANOS = 1e9;

    Optional<Double> maxBytes() {
        return fork.attempt().jvm().map(ForkJvm::maxHeapBytes).map(Long::doubleValue);
    }

    /** Heap in use right after the last collection: at most so much of it lived. */
    Optional<Double> liveBytes() {
        return fork.detail().flatMap(RegionDetail::liveHeapBytes).map(Long::doubleValue);
    }

    /** Greatest heap in use. */
    Optional<Double> peakBytes() {
        return fork.attempt().region().map(region -> (double) region.peakHeapBytes());
    }

    Optional<Double> liveShare() {
        return liveBytes().flatMap(live -> maxBytes().map(most -> live / most));
    }

    /** Collections of the whole heap. */
    Optional<Double> fullCollections() {
        return fork.detail().map(detail -> (double) detail.fullCollections());
    }

    Optional<Double> collections() {
        return fork.attempt().region().map(region -> (double) region.gcCount());
    }

    Optional<Double> collectionsPerSecond() {
        return fork.attempt().region().map(region -> region.gcCount() / (region.wallNanos() / NANOS));
    }

    /** Time in collections ÷ wall of the region. */
    Optional<Double> pauses() {
        return fork.attempt().region().map(RegionUsage::gcMillis).flatMap(ms -> fork.pauseShare());
    }
}
