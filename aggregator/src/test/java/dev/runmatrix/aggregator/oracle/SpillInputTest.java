// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.SpillSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How much may be in memory does not show in the output, on random dirty tables and in any setting. */
final class SpillInputTest {
    private static final int SEEDS = 25;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return Seeds.stream(SEEDS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noBoundOfMemoryChangesAByteOrACounter(long seed) throws IOException, InputException {
        DirtyTables.write(seed, folder);
        List<Path> files = TableFiles.below(folder).all();
        Dice dice = new Dice(~seed);
        String name = dice.pick("summary.csv", "summary.parquet");
        Path expected = Files.createTempDirectory(folder, "run").resolve(name);
        AggregationResult unbounded;
        try {
            unbounded = Aggregator.run(Setting.PLAIN.config(List.of(folder), params(), expected));
        } catch (InputException refused) {
            return;
        }
        assertThat(unbounded.spilled().runs()).isZero();
        for (Setting setting : Setting.all()) {
            Path output = Files.createTempDirectory(folder, "run").resolve(name);
            List<Path> inputs = dice.shuffled(files);
            long stateBytes = dice.pick(0L, 0L, 20_000L, 200_000L);
            String message =
                    "seed %d, %s, %d bytes, files in the order %s".formatted(seed, setting, stateBytes, inputs);
            if (inputs.isEmpty()) {
                return;
            }
            AggregationResult result = Aggregator.run(setting.config(inputs, params(), output)
                    .with(new SpillSettings(OptionalLong.of(stateBytes), Optional.empty())));
            assertThat(result.counters()).as(message).isEqualTo(unbounded.counters());
            assertThat(output).as(message).hasSameBinaryContentAs(expected);
            if (stateBytes == 0 && unbounded.counters().summaryRows() > 0) {
                assertThat(result.spilled().runs()).as(message).isPositive();
            }
        }
    }

    private Path params() {
        return folder.resolve("params.json");
    }
}
