// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The settings of the aggregator that a matrix can vary, in the order in which a reader thinks of them. */
public enum Axis {
    /** Name of the data that is aggregated. */
    DATASET("dataset"),
    /** {@code in-memory}, {@code streaming} or {@code auto}. */
    MODE("mode"),
    /** Whether streaming works on several chunks at a time. */
    PARALLEL_CHUNKS("parallel_chunks"),
    /** Threads: of the pipeline when streaming in parallel, of reading and aggregating when in memory. */
    MAX_WORKERS("max_workers"),
    /** Rows of a chunk when streaming. */
    CHUNK_SIZE("chunk_size"),
    /** Threads that read files, where that number is to differ from {@link #MAX_WORKERS}. */
    PARALLEL_READERS("parallel_readers");

    /** The mode that holds all rows in memory. */
    public static final String IN_MEMORY = "in-memory";

    /** The mode that goes through the rows in chunks. */
    public static final String STREAMING = "streaming";

    /** The mode that chooses one of the others, and the settings of that, by the input and the machine. */
    public static final String AUTO = "auto";

    private final String key;

    Axis(String key) {
        this.key = key;
    }

    /** The name in the matrix file, and so in {@link Cell#axes}. */
    public String key() {
        return key;
    }

    /** The axis of this name, absent for a name that is none. */
    public static Optional<Axis> of(String key) {
        return Arrays.stream(values()).filter(a -> a.key.equals(key)).findFirst();
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(Axis::key).toList();
    }
}
