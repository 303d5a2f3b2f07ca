// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ForkJvm;
import dev.runmatrix.harness.result.RegionDetail;
import java.util.Optional;

/**
 * The heap of one fork of the measured JVM. Everything is absent for other programs and where the fork did not tell.
 *
 * @param fork the fork
 */
record HeapFacts(ForkFacts fork) {

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

    /** Collections of the whole heap. */
    Optional<Double> fullCollections() {
        return fork.detail().map(detail -> (double) detail.fullCollections());
    }

    Optional<Double> collections() {
        return fork.attempt().region().map(region -> (double) region.gcCount());
    }

    /** Collections of the whole heap ÷ all collections; absent where there was none. */
    Optional<Double> wholeShare() {
        return fullCollections()
                .flatMap(full -> collections().filter(all -> all > 0).map(all -> full / all));
    }
}
