// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * What to aggregate and how.
 *
 * @param inputs directories and Parquet files; at least one
 * @param params JSON file of enabled keys, cost categories, date range and identifiers
 * @param output file to write; its name ends in {@code .csv} or {@code .parquet}
 * @param mode how much of the input is held at a time
 * @param parallelChunks whether streaming folds several chunks at once; in-memory ignores it
 * @param maxWorkers number of reading and folding threads, 1 to 1024; serial streaming uses one
 * @param chunkSize rows of a chunk in streaming, at least 1
 * @param parallelReaders reading threads of in-memory mode where they differ from {@code maxWorkers}, 1 to
 *     1024
 * @param replaceOutput whether an existing output is replaced
 * @param spill what happens to groups that do not fit into memory
 */
public record AggregationConfig(
        List<Path> inputs,
        Path params,
        Path output,
        Mode mode,
        boolean parallelChunks,
        int maxWorkers,
        int chunkSize,
        OptionalInt parallelReaders,
        boolean replaceOutput,
        SpillSettings spill) {

    /** More threads than this are a slip of the hand, and would only fill the memory. */
    private static final int MOST_THREADS = 1024;

    public AggregationConfig {
        inputs = List.copyOf(inputs);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs: name at least one directory or file");
        }
        requireThreads("max_workers", maxWorkers);
        if (chunkSize < 1) {
            throw new IllegalArgumentException("chunk_size: " + chunkSize + " is not allowed, use 1 or more");
        }
        parallelReaders.ifPresent(readers -> requireThreads("parallel_readers", readers));
    }

    /** A configuration with the usual settings for groups that do not fit into memory. */
    public AggregationConfig(
            List<Path> inputs,
            Path params,
            Path output,
            Mode mode,
            boolean parallelChunks,
            int maxWorkers,
            int chunkSize,
            OptionalInt parallelReaders,
            boolean replaceOutput) {
        this(
                inputs,
                params,
                output,
                mode,
                parallelChunks,
                maxWorkers,
                chunkSize,
                parallelReaders,
                replaceOutput,
                SpillSettings.USUAL);
    }

    /** The same with other settings for groups that do not fit into memory. */
    public AggregationConfig with(SpillSettings settings) {
        return new AggregationConfig(
                inputs,
                params,
                output,
                mode,
                parallelChunks,
                maxWorkers,
                chunkSize,
                parallelReaders,
                replaceOutput,
                settings);
    }

    private static void requireThreads(String name, int value) {
        if (value < 1 || value > MOST_THREADS) {
            throw new IllegalArgumentException(name + ": " + value + " is not allowed, use 1 to " + MOST_THREADS);
        }
    }
}
