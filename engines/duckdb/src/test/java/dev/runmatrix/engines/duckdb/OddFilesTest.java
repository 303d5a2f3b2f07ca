// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.verify.UnreadableOutputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as other programs write them, and as nobody would wish them. */
class OddFilesTest {

    @TempDir
    private Path folder;

    private Path input = Path.of("in");
    private Path params = Path.of("params.json");

    @BeforeEach
    void writeParams() throws IOException {
        input = Files.createDirectory(folder.resolve("in"));
        params = Files.writeString(
                folder.resolve("params.json"),
                "{\"enabled_keys\": [\"app\", \"it's\", \"zone\"], \"cluster_id\": \"it's a 'cluster'\","
                        + " \"cost_categories\": [{\"pattern\": \"it's%\", \"id\": 4}, {\"pattern\": \"_\", \"id\": 2}]}");
    }

    @Test
    void quotesAndPatternsInNamesOfFilesStandForThemselves() throws Exception {
        Path odd = Files.createDirectory(input.resolve("it's [a] *?{b,c}"));
        write(
                odd.resolve("pod_usage*.parquet"),
                "SELECT " + INSTANT + ", 'a' namespace, 'n' node, " + USAGE + " 1.0 x");
        write(
                odd.resolve("pod_usage1.parquet"),
                "SELECT " + INSTANT + ", 'a' namespace, 'n' node, " + USAGE + " 2.0 x");
        write(odd.resolve("pod_usage[1].parquet"), "SELECT " + INSTANT + ", 'b' namespace, 'n' node, 4.0 x");

        assertSame();
    }

    @Test
    void aBackslashBesideAPatternIsRefusedAsItCannotBeNamed() throws Exception {
        Path file = input.resolve("pod_usage\\*.parquet");
        write(input.resolve("pod_usage.parquet"), "SELECT " + INSTANT + ", 'a' namespace, 'n' node");
        Files.move(input.resolve("pod_usage.parquet"), file);

        EngineRun run = EngineRun.of(input, params, folder.resolve("summary.csv"));

        assertThat(run.status().number()).isEqualTo(65);
        assertThat(run.said()).contains("backslash");
    }

    @Test
    void quotesInDataAndParametersStandForThemselves() throws Exception {
        write(
                input.resolve("pod_usage.parquet"),
                "SELECT " + INSTANT + ", 'it''s \"a\"' namespace, 'n''' node, 'r''' resource_id,"
                        + " '{\"it''s\": \"a ''quoted'' value\"}' pod_labels, " + USAGE + " 1 x");

        assertSame();
    }

    @Test
    void theFilesOfATableMayHaveDifferentTypes() throws Exception {
        String pods = ", 17 namespace, 'n' node, ";
        write(
                input.resolve("pod_usage1.parquet"),
                "SELECT '2025-11-01T01:00:00+01:00' interval_start" + pods
                        + "3::BIGINT pod_usage_cpu_core_seconds, NULL::DOUBLE pod_labels");
        write(
                input.resolve("pod_usage2.parquet"),
                "SELECT DATE '2025-11-01' interval_start" + pods
                        + "3.25::DECIMAL(9,2) pod_usage_cpu_core_seconds, MAP {'app': 'x', 'it''s': NULL} pod_labels");
        write(
                input.resolve("pod_usage3.parquet"),
                "SELECT TIMESTAMPTZ '2025-11-01 00:00:00+00' interval_start" + pods
                        + "0.5::FLOAT pod_usage_cpu_core_seconds, 'label_app:x|zone:y' pod_labels");
        write(
                input.resolve("pod_usage4.parquet"),
                "SELECT TIMESTAMP_NS '1969-12-31 23:59:59.999999999' interval_start, '17' namespace, 'n' node,"
                        + " 7::UTINYINT pod_usage_cpu_core_seconds, 8 node_capacity_cpu_core_seconds");
        write(
                input.resolve("node_labels.parquet"),
                "SELECT TIMESTAMP_MS '2025-11-01 05:00:00' interval_start,"
                        + " 'n' node, '{\"zone\": \"z\"}' node_labels");
        write(
                input.resolve("namespace_labels.parquet"),
                "SELECT TIMESTAMP_S '2025-11-01 05:00:00' interval_start,"
                        + " 17 namespace, '{\"zone\": null}'::BLOB namespace_labels");

        assertSame();
    }

    @Test
    void namesThatDifferInCaseAloneAreDifferentColumns() throws Exception {
        MessageType schema = MessageTypeParser.parseMessageType("message rows { optional int32 Node;"
                + " optional int64 interval_start (TIMESTAMP(MILLIS,true)); optional binary namespace (STRING);"
                + " optional binary node (STRING); optional binary NODE_1 (STRING); optional int32 Pod_Labels; }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(
                        new LocalOutputFile(input.resolve("pod_usage.parquet")))
                .withConf(new PlainParquetConfiguration())
                .withType(schema)
                .build()) {
            writer.write(new SimpleGroup(schema)
                    .append("Node", 1)
                    .append("interval_start", 1_760_000_000_000L)
                    .append("namespace", "a")
                    .append("node", "n")
                    .append("NODE_1", "x")
                    .append("Pod_Labels", 5));
        }

        assertSame();
    }

    @Test
    void nestedColumnsThatNobodyAsksForAreIgnored() throws Exception {
        write(
                input.resolve("pod_usage.parquet"),
                "SELECT {'node': 1, 'namespace': [2]} s, " + INSTANT + ", [{'interval_start': 3}] l, 'a' namespace,"
                        + " 'n' node, " + USAGE + " [1] x");

        assertSame();
    }

    @Test
    void numbersThatAreNotFiniteAreNull() throws Exception {
        write(
                input.resolve("pod_usage.parquet"),
                "SELECT " + INSTANT + ", 'a' namespace, 'n' node, * FROM (VALUES"
                        + " ('nan'::DOUBLE, 1.0::DOUBLE, 'inf'::DOUBLE), (2.0, '-inf', 3600), (3.0, '-inf', '-inf'))"
                        + " v(pod_usage_cpu_core_seconds, pod_request_cpu_core_seconds, node_capacity_cpu_core_seconds)");

        assertSame();
    }

    @Test
    void numbersThatCancelEachOtherLeaveTheRest() throws Exception {
        write(
                input.resolve("pod_usage.parquet"),
                "SELECT " + INSTANT + ", 'a' namespace, 'n' node, x pod_usage_cpu_core_seconds FROM (SELECT"
                        + " CASE WHEN i % 2 = 0 THEN 1e6 + i / 10 ELSE -1e6 END::DOUBLE x FROM range(10000) r(i))");

        assertSame();
    }

    @Test
    void onlyDaysInRangeCountWhateverTheTypeOfTheInstant() throws Exception {
        Files.writeString(
                params, "{\"enabled_keys\": [], \"start_date\": \"2025-11-02\", \"end_date\": \"2025-11-03\"}");
        String instants = " FROM (SELECT TIMESTAMP '2025-10-31 23:00:00' + to_hours(h) t FROM range(120) r(h))";
        String pods = " interval_start, 'a' namespace, 'n' node, 1.5 pod_usage_cpu_core_seconds,"
                + " 3600 node_capacity_cpu_core_seconds";
        write(input.resolve("pod_usage1.parquet"), "SELECT t" + pods + instants);
        write(input.resolve("pod_usage2.parquet"), "SELECT t::TIMESTAMP_NS" + pods + instants);
        write(input.resolve("pod_usage3.parquet"), "SELECT t::VARCHAR" + pods + instants);
        write(input.resolve("pod_usage4.parquet"), "SELECT t::DATE" + pods + instants);

        assertSame();
    }

    @Test
    void anInputWithoutRowsGivesAHeader() throws Exception {
        write(input.resolve("pod_usage.parquet"), "SELECT " + INSTANT + ", 'a' namespace, 'n' node WHERE false");

        assertSame();
        assertThat(EngineRun.of(input, params, folder.resolve("summary.csv"))
                        .status()
                        .number())
                .isZero();
        assertThat(Files.readAllLines(folder.resolve("summary.csv"))).hasSize(1);
    }

    private static final String INSTANT = "TIMESTAMP '2025-11-01 10:00:00' interval_start";
    private static final String USAGE = "2.5::DOUBLE pod_usage_cpu_core_seconds,";

    private static void write(Path file, String query) throws SQLException {
        try (DuckDb db = DuckDb.open(1, Optional.empty(), file.resolveSibling("spilled"))) {
            db.execute("COPY (" + query + ") TO " + Sql.text(file.toString()) + " (FORMAT parquet)");
        }
    }

    private void assertSame() throws IOException, InputException, UnreadableOutputException {
        assertThat(EngineRun.comparedWithAggregator(input, params, folder, "csv"))
                .isNotEqualTo(OutputVerdict.WRONG);
    }
}
