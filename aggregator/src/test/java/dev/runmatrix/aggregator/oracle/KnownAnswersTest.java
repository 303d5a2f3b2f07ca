// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The reference against answers worked out elsewhere: a folder of cases, named by {@code -Doracle.cases=DIR}. */
@EnabledIfSystemProperty(named = "oracle.cases", matches = ".+")
final class KnownAnswersTest {
    @TestFactory
    Stream<DynamicTest> theReferenceAgreesWithEveryCase() throws IOException {
        Path root = Path.of(System.getProperty("oracle.cases"));
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.endsWith("params.json")).map(Path::getParent).sorted().toList().stream()
                    .flatMap(folder -> flavours(folder)
                            .map(input -> DynamicTest.dynamicTest(
                                    root.relativize(input).toString(), () -> check(folder, input))));
        }
    }

    private static Stream<Path> flavours(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            List<Path> flavours = children.filter(
                            child -> child.getFileName().toString().startsWith("parquet-"))
                    .toList();
            return flavours.isEmpty() ? Stream.of(folder) : flavours.stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void check(Path folder, Path input) throws IOException {
        ReferenceParams params = ReferenceParams.read(folder.resolve("params.json"));
        if (Files.exists(folder.resolve("expected_error.txt"))) {
            assertThatThrownBy(() -> ReferenceAggregator.run(InputTables.read(TableFiles.below(input)), params))
                    .isInstanceOf(RefusedInput.class);
            return;
        }
        ReferenceSummary summary = ReferenceAggregator.run(InputTables.read(TableFiles.below(input)), params);
        WrittenSummary expected = WrittenSummary.parse(Files.readString(folder.resolve("expected.csv")));
        assertThat(Difference.between(summary.rows(), expected, Nearness.EQUAL)).isEmpty();
        JsonNode stats = new ObjectMapper()
                .readTree(folder.resolve("expected_stats.json").toFile());
        assertThat(summary.rowsRead()).isEqualTo(stats.get("usage_rows_read").asLong());
        assertThat(summary.badInterval())
                .isEqualTo(stats.get("usage_rows_bad_interval").asLong());
        assertThat(summary.outOfRange())
                .isEqualTo(stats.get("usage_rows_out_of_range").asLong());
        assertThat(summary.noNode()).isEqualTo(stats.get("usage_rows_no_node").asLong());
    }
}
