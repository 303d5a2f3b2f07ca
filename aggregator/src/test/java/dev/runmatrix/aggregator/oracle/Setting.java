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
    static final Setting PLAIN = new Setting(Mode.IN_MEMORY, false, 1, 1_000, OptionalInt.empty());

    static List<Setting> all() {
        List<Setting> settings = new ArrayList<>(List.of(PLAIN));
        for (int workers : new int[] {1, 2, 3}) {
            settings.add(new Setting(Mode.IN_MEMORY, true, workers, 7, OptionalInt.empty()));
            settings.add(new Setting(Mode.IN_MEMORY, false, workers, 7, OptionalInt.of(4 - workers)));
            for (int chunkSize : new int[] {1, 7, 1_000}) {
                settings.add(new Setting(Mode.STREAMING, true, workers, chunkSize, OptionalInt.empty()));
            }
        }
        for (int chunkSize : new int[] {1, 7, 1_000}) {
            settings.add(new Setting(Mode.STREAMING, false, 1, chunkSize, OptionalInt.empty()));
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
