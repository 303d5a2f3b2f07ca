// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.choice.Choice;
import dev.runmatrix.aggregator.choice.Wishes;
import dev.runmatrix.aggregator.storage.Location;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What to aggregate and how.
 *
 * @param inputs directories, Parquet files and addresses of objects; at least one
 * @param params JSON file of enabled keys, cost categories, date range and identifiers
 * @param output file to write, or table to load
 * @param mode how much of the input is held at a time
 * @param parallelChunks whether streaming folds several chunks at once; in-memory ignores it
 * @param maxWorkers number of reading and folding threads, 1 to 1024; serial streaming uses one
 * @param chunkSize rows of a chunk in streaming, at least 1
 * @param parallelReaders reading threads of in-memory mode where they differ from {@code maxWorkers}, 1 to
 *     1024
 * @param replaceOutput whether an existing file is replaced; rows of a table are, always
 * @param spill what happens to groups that do not fit into memory
 * @param free settings whose values here do not matter in {@link Mode#AUTO}, as it chooses them
 */
public record AggregationConfig(
        List<Location> inputs,
        Location params,
        Output output,
        Mode mode,
        boolean parallelChunks,
        int maxWorkers,
        int chunkSize,
        OptionalInt parallelReaders,
        boolean replaceOutput,
        SpillSettings spill,
        Set<Setting> free) {

    /** More threads than this are a slip of the hand, and would only fill the memory. */
    private static final int MOST_THREADS = 1024;

    public AggregationConfig {
        inputs = List.copyOf(inputs);
        free = Set.copyOf(free);
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException("inputs: name at least one directory or file");
        }
        requireThreads("max_workers", maxWorkers);
        if (chunkSize < 1) {
            throw new IllegalArgumentException("chunk_size: " + chunkSize + " is not allowed, use 1 or more");
        }
        parallelReaders.ifPresent(readers -> requireThreads("parallel_readers", readers));
    }

    /** A configuration with inputs of this machine, of which nothing is free but, if it is {@link Mode#AUTO}, the mode. */
    public AggregationConfig(
            List<Path> inputs,
            Path params,
            Output output,
            Mode mode,
            boolean parallelChunks,
            int maxWorkers,
            int chunkSize,
            OptionalInt parallelReaders,
            boolean replaceOutput) {
        this(
                inputs.stream().map(Location::of).toList(),
                Location.of(params),
                output,
                mode,
                parallelChunks,
                maxWorkers,
                chunkSize,
                parallelReaders,
                replaceOutput,
                SpillSettings.USUAL,
                EnumSet.noneOf(Setting.class));
    }

    /** The same with settings that {@link Mode#AUTO} chooses. */
    public AggregationConfig choosing(Set<Setting> settings) {
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
                spill,
                settings);
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
                settings,
                free);
    }

    /** The same with everything chosen. */
    AggregationConfig with(Choice choice) {
        return new AggregationConfig(
                inputs,
                params,
                output,
                choice.streaming() ? Mode.STREAMING : Mode.IN_MEMORY,
                choice.parallelChunks(),
                choice.maxWorkers(),
                choice.chunkSize(),
                parallelReaders,
                replaceOutput,
                spill,
                EnumSet.noneOf(Setting.class));
    }

    /** What is not to be chosen. */
    Wishes wishes() {
        return new Wishes(
                free.contains(Setting.MAX_WORKERS) ? OptionalInt.empty() : OptionalInt.of(maxWorkers),
                free.contains(Setting.CHUNK_SIZE) ? OptionalInt.empty() : OptionalInt.of(chunkSize),
                free.contains(Setting.PARALLEL_CHUNKS) ? Optional.empty() : Optional.of(parallelChunks));
    }

    private static void requireThreads(String name, int value) {
        if (value < 1 || value > MOST_THREADS) {
            throw new IllegalArgumentException(name + ": " + value + " is not allowed, use 1 to " + MOST_THREADS);
        }
    }
}
