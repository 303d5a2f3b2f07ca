// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

/** A setting of an {@link AggregationConfig} that {@link Mode#AUTO} can choose. */
public enum Setting {
    PARALLEL_CHUNKS,
    MAX_WORKERS,
    CHUNK_SIZE
}
