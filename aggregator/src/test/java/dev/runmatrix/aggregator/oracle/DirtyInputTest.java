// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.AggregationCounters;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The aggregator against the reference on random dirty tables. A failure names the seed; replay it alone with
 * {@code -Doracle.first=SEED -Doracle.seeds=1}.
 */
final class DirtyInputTest {
    /** Sums need not be correctly rounded, but may not be further off than the neighbouring number. */
    private static final Nearness NEARNESS = Nearness.withinUlps(1);

    private static final int MANY = 60;
    private static final int FEW = 20;
    /** How many settings each seed is run with. */
    private static final int SETTINGS = 12;

    @TempDir
    private Path folder;

    static LongStream seeds() {
        return Seeds.stream(MANY);
    }

    static LongStream fewSeeds() {
        return Seeds.stream(FEW);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyCellAndCounterIsThatOfTheReference(long seed) throws IOException, InputException {
        DirtyTables.write(seed, folder);
        Path output = folder.resolve("summary.csv");
        ReferenceSummary expected;
        try {
            expected = reference();
        } catch (RefusedInput refused) {
            assertThatItIsRefused(seed, refused, output);
            return;
        }
        AggregationCounters counters = Aggregator.run(Setting.PLAIN.config(List.of(folder), params(), output))
                .counters();
        WrittenSummary actual = WrittenSummary.parse(Files.readString(output));
        assertThat(actual.columns()).isEqualTo(SummaryRow.COLUMNS);
        assertThat(Difference.between(expected.rows(), actual, NEARNESS))
                .as("seed %d", seed)
                .isEmpty();
        assertThat(counters).as("seed %d", seed).isEqualTo(expected.counters());
    }

    /** The random settings include both modes and all numbers of threads; the files those of {@link Rewriting}. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void noSettingAndNoWayOfWritingTheRowsChangesAByteOrACounter(long seed) throws IOException, InputException {
        DirtyTables.write(seed, folder);
        TableFiles files = TableFiles.below(folder);
        if (isRefused() || files.all().isEmpty()) {
            return;
        }
        Dice dice = new Dice(~seed);
        Path first = folder.resolve("first.csv");
        AggregationCounters counters = Aggregator.run(Setting.PLAIN.config(files.all(), params(), first))
                .counters();
        List<List<Path>> sameRows = List.of(
                files.all(),
                Rewriting.of(files, dice, folder.resolve("rewritten")),
                Rewriting.of(files, dice, folder.resolve("again")));
        for (Setting setting : dice.shuffled(Setting.all()).subList(0, SETTINGS)) {
            Path output = Files.createTempDirectory(folder, "run").resolve("summary.csv");
            List<Path> inputs = dice.shuffled(dice.pick(sameRows));
            String message = "seed %d, %s, files in the order %s".formatted(seed, setting, inputs);
            assertThat(Aggregator.run(setting.config(inputs, params(), output)).counters())
                    .as(message)
                    .isEqualTo(counters);
            assertThat(output).as(message).hasSameBinaryContentAs(first);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("fewSeeds")
    void parquetHoldsTheSameRowsAsCsv(long seed) throws IOException, InputException {
        DirtyTables.write(seed, folder);
        if (isRefused()) {
            return;
        }
        ReferenceSummary expected = reference();
        Path output = Files.createTempDirectory(folder, "run").resolve("summary.parquet");
        Aggregator.run(Setting.PLAIN.config(List.of(folder), params(), output));
        RawTable written = ParquetTables.read(output);
        assertThat(written.columns()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(SummaryRow.COLUMNS);
        assertThat(Difference.between(expected.rows(), WrittenSummary.of(written), NEARNESS))
                .as("seed %d", seed)
                .isEmpty();
    }

    private ReferenceSummary reference() throws IOException {
        return ReferenceAggregator.run(InputTables.read(TableFiles.below(folder)), ReferenceParams.read(params()));
    }

    private void assertThatItIsRefused(long seed, RefusedInput refused, Path output) {
        assertThatThrownBy(() -> Aggregator.run(Setting.PLAIN.config(List.of(folder), params(), output)))
                .as("seed %d: %s", seed, refused.getMessage())
                .isInstanceOf(InputException.class);
        assertThat(output).as("seed %d", seed).doesNotExist();
    }

    private boolean isRefused() throws IOException {
        try {
            reference();
            return false;
        } catch (RefusedInput refused) {
            return true;
        }
    }

    private Path params() {
        return folder.resolve("params.json");
    }
}
