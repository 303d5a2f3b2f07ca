// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** One way of running the aggregator; none of them may change a byte of its output. */
record Setting(Mode mode, boolean parallelChunks, int maxWorkers, int chunkSize, OptionalInt parallelReaders) {
    private static final List<Integer> WORKERS = List.of(1, 2, 3, 8);
    private static final List<Integer> CHUNK_SIZES = List.of(1, 7, 1_000, 100_000);

    static final Setting PLAIN = new Setting(Mode.IN_MEMORY, false, 1, 1_000, OptionalInt.empty());

    /** Every mode with every number of workers, every size of chunk, and readers of their own. */
    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>(List.of(PLAIN));
        for (int workers : WORKERS) {
            settings.add(new Setting(Mode.AUTO, true, workers, 1_000, OptionalInt.empty()));
            settings.add(new Setting(Mode.IN_MEMORY, true, workers, 7, OptionalInt.empty()));
            for (int readers : new int[] {1, 2, 5}) {
                settings.add(new Setting(Mode.IN_MEMORY, false, workers, 7, OptionalInt.of(readers)));
            }
            for (int chunkSize : CHUNK_SIZES) {
                settings.add(new Setting(Mode.STREAMING, true, workers, chunkSize, OptionalInt.empty()));
                settings.add(new Setting(Mode.STREAMING, false, workers, chunkSize, OptionalInt.of(2)));
            }
        }
        return settings;
    }

    AggregationConfig config(List<Path> inputs, Path params, Path output) {
        return new AggregationConfig(
                inputs,
                params,
                Output.file(output),
                mode,
                parallelChunks,
                maxWorkers,
                chunkSize,
                parallelReaders,
                false);
    }
}
