// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class AggregatorTest {

    @TempDir
    private Path directory = Path.of("");

    private Path input = Path.of("");

    @BeforeEach
    void makeDirectories() throws IOException {
        input = Files.createDirectory(directory.resolve("in"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void everySettingGivesTheSameBytes(String type) throws Exception {
        TestFiles.writeTables(input, ", ROW_GROUP_SIZE 2048");
        TestFiles.write(input.resolve("pod_usage_2.parquet"), TestFiles.PODS, "");
        byte[] expected = bytes(type, Mode.IN_MEMORY, 1, 1, OptionalInt.empty());
        for (int workers = 1; workers <= 3; workers++) {
            for (int chunkSize : new int[] {1, 7, 100_000}) {
                assertThat(bytes(type, Mode.STREAMING, workers, chunkSize, OptionalInt.empty()))
                        .as("streaming, %d workers, chunks of %d", workers, chunkSize)
                        .isEqualTo(expected);
            }
        }
        assertThat(bytes(type, Mode.IN_MEMORY, 3, 1, OptionalInt.empty())).isEqualTo(expected);
        assertThat(bytes(type, Mode.IN_MEMORY, 2, 1, OptionalInt.of(3))).isEqualTo(expected);
        assertThat(bytes(type, Mode.IN_MEMORY, 1, 1, OptionalInt.of(2))).isEqualTo(expected);
    }

    private byte[] bytes(String type, Mode mode, int workers, int chunkSize, OptionalInt readers) throws Exception {
        Path output = directory.resolve("summary." + type);
        Aggregator.run(TestFiles.config(input, output, mode, workers, chunkSize, readers));
        return Files.readAllBytes(output);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", COMPRESSION uncompressed",
                ", COMPRESSION gzip",
                ", COMPRESSION zstd",
                ", COMPRESSION brotli",
                ", COMPRESSION lz4_raw",
                ", PARQUET_VERSION V2",
                ", PARQUET_VERSION V2, COMPRESSION zstd, DICTIONARY_SIZE_LIMIT 1",
                ", DICTIONARY_SIZE_LIMIT 1"
            })
    void theFormOfTheFileDoesNotShow(String options) throws Exception {
        String expected = TestFiles.csv(TestFiles.writeTables(input, ""), directory);
        Path other = Files.createDirectory(directory.resolve("other"));
        assertThat(TestFiles.csv(TestFiles.writeTables(other, options), directory))
                .isEqualTo(expected);
    }

    @Test
    void countersCountEveryRow() throws Exception {
        TestFiles.writeTables(input, "");
        AggregationResult result = Aggregator.run(TestFiles.config(input, directory.resolve("summary.csv")));
        AggregationCounters counters = result.counters();
        assertThat(counters.rowsRead()).isEqualTo(900);
        assertThat(counters.noNode()).isEqualTo(82 + 82);
        assertThat(counters.badIntervals()).isZero();
        assertThat(counters.badLabels()).isEqualTo(150);
        assertThat(counters.nonFiniteNumbers()).isEqualTo(30);
        assertThat(Files.readAllLines(directory.resolve("summary.csv"))).hasSize((int) counters.summaryRows() + 1);
    }

    @Test
    void mapsAreReadAsTheJsonThatSaysTheSame() throws Exception {
        String json = pods("CASE r WHEN 0 THEN NULL WHEN 1 THEN '{}' WHEN 2 THEN '{\"app\":null}'"
                + " ELSE '{\"app\":\"q\\\"' || r || '\",\"x\":\"y\"}' END");
        String map = pods("CASE r WHEN 0 THEN NULL WHEN 1 THEN MAP([]::VARCHAR[], []::VARCHAR[])"
                + " WHEN 2 THEN MAP(['app'], [NULL::VARCHAR]) ELSE MAP(['app', 'x'], ['q\"' || r, 'y']) END");
        assertThat(csvOf(map, ", ROW_GROUP_SIZE 2048")).isEqualTo(csvOf(json, ""));
    }

    @Test
    void typesThatHoldTheSameNumbersGiveTheSameSums() throws Exception {
        String expected = csvOf(numbers("DOUBLE"), "");
        for (String type :
                List.of("INTEGER", "BIGINT", "UBIGINT", "USMALLINT", "FLOAT", "DECIMAL(9,2)", "DECIMAL(38,3)")) {
            assertThat(csvOf(numbers(type), "")).as(type).isEqualTo(expected);
            assertThat(csvOf(numbers(type), ", PARQUET_VERSION V2, DICTIONARY_SIZE_LIMIT 1"))
                    .as(type)
                    .isEqualTo(expected);
        }
    }

    @Test
    void aColumnOfAnotherTypeIsFineWhileItIsNull() throws Exception {
        String expected = csvOf(pods("NULL::VARCHAR"), "");
        assertThat(csvOf(pods("NULL::DOUBLE"), "")).isEqualTo(expected);
        assertThat(csvOf(pods("NULL::BOOLEAN"), "")).isEqualTo(expected);
        Path file = TestFiles.write(input.resolve("pod_usage.parquet"), pods("1.5::DOUBLE"), "");
        assertThatThrownBy(() -> TestFiles.csv(input, directory))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file + ": column pod_labels: has values of type DOUBLE");
    }

    @Test
    void wholeNumbersAreNames() throws Exception {
        String query = "SELECT DATE '2025-11-01' AS interval_start, %s AS namespace, %s AS node FROM range(20) t(r)";
        String texts = query.formatted("'-' || (r + 1)", "'' || r");
        assertThat(csvOf(query.formatted("-1 - r::BIGINT", "r::UINTEGER"), "")).isEqualTo(csvOf(texts, ""));
    }

    @Test
    void nothingInGivesAHeaderOnly() throws Exception {
        assertThat(TestFiles.csv(input, directory))
                .startsWith("uuid,report_period_id,")
                .hasLineCount(1);
        TestFiles.write(input.resolve("pod_usage.parquet"), "SELECT 1 AS x WHERE false", "");
        assertThat(TestFiles.csv(input, directory)).hasLineCount(1);
    }

    @Test
    void textIsQuotedAndNullIsNot() throws Exception {
        String query = "SELECT DATE '2025-11-01' AS interval_start, 'a\"b,\n' AS namespace, '\\N' AS node,"
                + " '' AS resource_id, 0.1::DOUBLE AS pod_usage_cpu_core_seconds";
        assertThat(csvOf(query, ""))
                .contains(
                        ",1,\"c,1\",\"the \"\"first\"\"\",\"Pod\",2025-11-01,2025-11-01,\"a\"\"b,\n\",\"\\N\",,\"\",\"{}\","
                                + "2.777777777777778E-5,,2.777777777777778E-5,,,");
    }

    @Test
    void missingRequiredColumnsAreNamedTogether() {
        TestFiles.write(input.resolve("pod_usage.parquet"), "SELECT 'a' AS namespace", "");
        assertFails("pod_usage.parquet: missing required columns: interval_start, node");
    }

    @Test
    void whatIsNotParquetIsNamed() throws Exception {
        Files.writeString(input.resolve("pod_usage.parquet"), "no parquet at all");
        assertFails("pod_usage.parquet: not a Parquet file");
        Files.writeString(input.resolve("pod_usage.parquet"), "");
        assertFails("pod_usage.parquet: not a Parquet file: only 0 bytes");
        Files.writeString(input.resolve("pod_usage.parquet"), "PARE         PARE");
        assertFails("pod_usage.parquet: the file is encrypted");
    }

    @Test
    void aFileCutAnywhereFailsTheRunAndLeavesTheOldOutput() throws Exception {
        byte[] whole = Files.readAllBytes(TestFiles.write(input.resolve("pod_usage.parquet"), TestFiles.PODS, ""));
        Files.writeString(directory.resolve("summary.csv"), "old");
        for (int length = whole.length - 1; length > 0; length -= 997) {
            Files.write(input.resolve("pod_usage.parquet"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> TestFiles.csv(input, directory)).isInstanceOf(InputException.class);
        }
        assertThat(directory.resolve("summary.csv")).hasContent("old");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void aFooterThatClaimsTooMuchIsRefused() throws Exception {
        ByteBuffer file = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        file.position(32);
        file.putInt(Integer.MAX_VALUE).put(new byte[] {'P', 'A', 'R', '1'});
        Files.write(input.resolve("pod_usage.parquet"), file.array());
        assertFails("the footer claims 2147483647 bytes of 40");
    }

    @Test
    void anExistingOutputIsOnlyReplacedOnRequest() throws Exception {
        Path output = directory.resolve("summary.csv");
        AggregationConfig config = TestFiles.config(input, output);
        Files.writeString(output, "old");
        AggregationConfig careful = new AggregationConfig(
                List.of(input),
                output.resolveSibling("params.json"),
                config.output(),
                Mode.STREAMING,
                false,
                1,
                1,
                OptionalInt.empty(),
                false);
        assertThatThrownBy(() -> Aggregator.run(careful)).isInstanceOf(OutputExistsException.class);
        assertThat(output).hasContent("old");
    }

    private void assertFails(String message) {
        assertThatThrownBy(() -> TestFiles.csv(input, directory))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
        assertThat(directory.resolve("summary.csv")).doesNotExist();
    }

    private String csvOf(String query, String options) throws InputException, IOException {
        TestFiles.write(input.resolve("pod_usage.parquet"), query, options);
        return TestFiles.csv(input, directory);
    }

    private static String pods(String labels) {
        return "SELECT TIMESTAMP '2025-11-01 10:00:00' AS interval_start, 'ns' AS namespace, 'node' AS node, " + labels
                + " AS pod_labels, r::DOUBLE AS pod_usage_cpu_core_seconds FROM range(5000) t(r)";
    }

    private static String numbers(String type) {
        return "SELECT TIMESTAMP_NS '2025-11-01 10:00:00' AS interval_start, 'ns' AS namespace, 'node' AS node,"
                + " CASE WHEN r % 3 > 0 THEN r END::" + type + " AS pod_usage_cpu_core_seconds,"
                + " (r % 5)::" + type + " AS pod_limit_memory_byte_seconds FROM range(3000) t(r)";
    }
}
