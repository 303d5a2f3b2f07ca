// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static dev.runmatrix.aggregator.postgres.LoadedTable.OTHER_SOURCE;
import static dev.runmatrix.aggregator.postgres.LoadedTable.SOURCE;
import static dev.runmatrix.aggregator.postgres.LoadedTable.params;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.TestFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(WithPostgres.class)
class PostgresLoadTest {

    private static final String ONE_ROW = "SELECT TIMESTAMP '%s' AS interval_start, 'ns' AS namespace, %s AS node,"
            + " 1.5::DOUBLE AS pod_usage_cpu_core_seconds";

    private final PostgresServer server;

    @TempDir
    private Path directory = Path.of("");

    private Path input = Path.of("");

    PostgresLoadTest(PostgresServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.createDirectory(directory.resolve("in"));
    }

    @Test
    void theTableHasTheRowsOfTheCsvFile() throws Exception {
        TestFiles.writeTables(input, "");
        String params = params(", \"report_period_id\": 7, \"cluster_alias\": \"the \\\"first\\\"\","
                + " \"cost_categories\": [{\"pattern\": \"kube-%\", \"id\": 2}]");
        Path csv = directory.resolve("summary.csv");
        LoadedTable.aggregate(input, params, Output.file(csv));
        try (LoadedTable table = LoadedTable.named(server, "same_rows")) {
            AggregationResult result = table.load(input, params);
            assertThat(table.differenceFrom(csv)).isEmpty();
            assertThat(table.count("true"))
                    .isPositive()
                    .isEqualTo(result.counters().summaryRows());
            assertThat(table.query("SELECT count(DISTINCT uuid) = count(*) FROM same_rows"))
                    .containsExactly("t");
        }
    }

    @Test
    void aTableThatIsMadeHasTheTypesOfItsColumns() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "made")) {
            table.load(input, params(""));
            String types = "SELECT data_type, count(*), min(column_name) FROM information_schema.columns"
                    + " WHERE table_name = 'made' GROUP BY data_type ORDER BY data_type";
            assertThat(table.query(types))
                    .containsExactly(
                            "date|2|usage_end",
                            "double precision|18|cluster_capacity_cpu_core_hours",
                            "integer|2|cost_category_id",
                            "jsonb|4|all_labels",
                            "text|11|cluster_alias",
                            "uuid|2|source_uuid");
        }
    }

    @Test
    void aRepeatedRunReplacesItsOwnRowsAndNoOthers() throws Exception {
        TestFiles.writeTables(input, "");
        try (LoadedTable table = LoadedTable.named(server, "repeated")) {
            long rows = table.load(input, params("")).counters().summaryRows();
            table.insert(OTHER_SOURCE, "2025-11-01", "Pod");
            table.insert(SOURCE, "2025-12-24", "Pod");
            table.insert(SOURCE, "2025-11-01", "Storage");
            table.insert(SOURCE, "2025-11-01", "Pod");
            table.load(input, params(""));
            assertThat(table.count("node <> 'foreign'")).isEqualTo(rows);
            assertThat(table.query("SELECT source_uuid, usage_start, data_source FROM repeated WHERE node = 'foreign'"))
                    .containsExactlyInAnyOrder(
                            OTHER_SOURCE + "|2025-11-01|Pod",
                            SOURCE + "|2025-12-24|Pod",
                            SOURCE + "|2025-11-01|Storage");
        }
    }

    @Test
    void aDayWhoseRowsAreAllWithoutANodeIsEmptied() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), ONE_ROW.formatted("2025-11-03 10:00:00", "''"), "");
        try (LoadedTable table = LoadedTable.named(server, "no_node").create()) {
            table.insert(SOURCE, "2025-11-02", "Pod");
            table.insert(SOURCE, "2025-11-03", "Pod");
            table.load(input, params(""));
            assertThat(table.query("SELECT usage_start FROM no_node")).containsExactly("2025-11-02");
        }
    }

    @Test
    void daysOfAnyYearAreReplaced() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), ONE_ROW.formatted("12025-11-03 10:00:00", "'n'"), "");
        TestFiles.write(input.resolve("pod_usage_2.parquet"), ONE_ROW.formatted("0001-01-01 10:00:00", "'n'"), "");
        try (LoadedTable table = LoadedTable.named(server, "any_year")) {
            table.load(input, params(""));
            table.load(input, params(""));
            assertThat(table.query("SELECT usage_start::text FROM any_year ORDER BY usage_start"))
                    .containsExactly("0001-01-01", "12025-11-03");
        }
    }

    @Test
    void allDaysOfARangeAreReplacedWhateverTheInputHas() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), ONE_ROW.formatted("2025-11-03 10:00:00", "'n'"), "");
        try (LoadedTable table = LoadedTable.named(server, "ranges").create()) {
            for (int day = 1; day <= 5; day++) {
                table.insert(SOURCE, "2025-11-0" + day, "Pod");
            }
            table.load(input, params(", \"start_date\": \"2025-11-02\""));
            assertThat(table.query("SELECT usage_start, node FROM ranges ORDER BY 1"))
                    .containsExactly(
                            "2025-11-01|foreign",
                            "2025-11-02|foreign",
                            "2025-11-03|n",
                            "2025-11-04|foreign",
                            "2025-11-05|foreign");
            table.load(input, params(", \"start_date\": \"2025-11-02\", \"end_date\": \"2025-11-04\""));
            assertThat(table.query("SELECT usage_start, node FROM ranges ORDER BY 1"))
                    .containsExactly("2025-11-01|foreign", "2025-11-03|n", "2025-11-05|foreign");
        }
    }

    @Test
    void namesArriveAsTheyAre() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), """
                SELECT TIMESTAMP '2025-11-01' AS interval_start, unnest([NULL, '', '\\N', '\\.', chr(10) || '\\.' || chr(10),
                  'a"b''c', 'tab' || chr(9) || 'cr' || chr(13) || 'nl' || chr(10), 'é☃🚀', '\\', 'x\\ty', ' ', 'null'])
                  AS namespace, 'n' AS node, '{"app":"\\"q\\\\n\\n\\t☃"}' AS pod_labels""", "");
        try (LoadedTable table = LoadedTable.named(server, "names")) {
            table.load(input, params(""));
            assertThat(table.query("SELECT namespace FROM names"))
                    .containsExactlyInAnyOrder(
                            "null",
                            "",
                            "\\N",
                            "\\.",
                            "\n\\.\n",
                            "a\"b'c",
                            "tab\tcr\rnl\n",
                            "é☃🚀",
                            "\\",
                            "x\\ty",
                            " ",
                            "null");
            assertThat(table.count("namespace IS NULL")).isEqualTo(1);
            assertThat(table.query("SELECT DISTINCT pod_labels ->> 'app', all_labels = pod_labels, pod, resource_id"
                            + " FROM names"))
                    .containsExactly("\"q\\n\n\t☃|t|null|null");
        }
    }

    @Test
    void aTableOfOtherMakeNeedsOnlyTheColumnsThatHaveValues() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), ONE_ROW.formatted("2025-11-03 10:00:00", "'n'"), "");
        try (LoadedTable table = LoadedTable.named(server, "other_make").create()) {
            table.execute("ALTER TABLE other_make DROP COLUMN uuid, DROP COLUMN pod, DROP COLUMN csi_volume_handle,"
                    + " ADD COLUMN id serial, ALTER COLUMN source_uuid TYPE text,"
                    + " ALTER COLUMN pod_usage_cpu_core_hours TYPE numeric(24, 6)");
            table.load(input, params(""));
            table.load(input, params(""));
            assertThat(table.query("SELECT pod_usage_cpu_core_hours, source_uuid FROM other_make"))
                    .containsExactly("0.000417|" + SOURCE);
        }
    }

    @Test
    void theNameOfATableIsNothingButAName() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), ONE_ROW.formatted("2025-11-03 10:00:00", "'n'"), "");
        try (LoadedTable victim = LoadedTable.named(server, "victim").create()) {
            victim.execute("CREATE SCHEMA \"Odd \"\"one\"");
            String name = "Odd \"one.x\"; DROP TABLE victim; --";
            PostgresUrl url = PostgresUrl.parse(
                    server.address("postgres", "create=true&table=" + Percent.encode(name)), Map.of());
            LoadedTable.aggregate(input, params(""), Output.database(url));
            assertThat(victim.query("SELECT node FROM \"Odd \"\"one\".\"x\"\"; DROP TABLE victim; --\""))
                    .containsExactly("n");
            assertThat(victim.count("true")).isZero();
        }
    }
}
