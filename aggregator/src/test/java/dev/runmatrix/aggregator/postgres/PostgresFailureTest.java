// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static dev.runmatrix.aggregator.postgres.LoadedTable.SOURCE;
import static dev.runmatrix.aggregator.postgres.LoadedTable.params;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.Output;
import dev.runmatrix.aggregator.TestFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@ExtendWith(WithPostgres.class)
class PostgresFailureTest {

    /** Many rows, and in the last of them what a test wants; other columns are the same everywhere. */
    private static final String MANY = """
            SELECT TIMESTAMP '2025-11-01' + INTERVAL (r // 1000) HOUR AS interval_start, 'ns-' || r AS namespace,
              'node' AS node, CASE WHEN r = 47999 THEN %s ELSE '{}' END AS pod_labels FROM range(48000) t(r)""";

    /** 2025-11-01 in days since 1970. */
    private static final int FIRST_OF_NOVEMBER = 20_393;

    private final PostgresServer server;

    @TempDir
    private Path directory = Path.of("");

    private Path input = Path.of("");

    PostgresFailureTest(PostgresServer server) {
        this.server = server;
    }

    @BeforeEach
    void makeInput() throws IOException {
        input = Files.createDirectory(directory.resolve("in"));
    }

    @Test
    void aValueThatTheServerRefusesLateChangesNothing() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), MANY.formatted("'{}'"), "");
        try (LoadedTable table = LoadedTable.named(server, "refused")) {
            table.load(input, params(""));
            List<String> before = table.query("SELECT ctid, xmin, * FROM refused");
            assertThat(before).hasSize(48_000);
            TestFiles.write(input.resolve("pod_usage.parquet"), MANY.formatted("'{\"app\":\"a\\u0000\"}'"), "");
            assertThatThrownBy(() -> table.load(input, params("")))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith(table.url("") + ": cannot be loaded, and nothing in it was changed: ")
                    .hasMessageContainingAll("\\u0000", "line 48000, column pod_labels")
                    .message()
                    .hasLineCount(1);
            assertThat(table.query("SELECT ctid, xmin, * FROM refused")).isEqualTo(before);
        }
    }

    @Test
    void unusableInputChangesNothing() throws Exception {
        Path pods = TestFiles.write(input.resolve("pod_usage.parquet"), TestFiles.PODS, "");
        try (LoadedTable table = LoadedTable.named(server, "unusable")) {
            table.load(input, params(""));
            List<String> before = table.query("SELECT ctid, xmin, * FROM unusable");
            byte[] whole = Files.readAllBytes(pods);
            Files.write(pods, Arrays.copyOf(whole, whole.length - 100));
            assertThatThrownBy(() -> table.load(input, params(""))).isInstanceOf(InputException.class);
            assertThat(table.query("SELECT ctid, xmin, * FROM unusable")).isEqualTo(before);
        }
    }

    @Test
    void aTableThatWasToBeMadeIsNotMadeByAFailure() throws Exception {
        TestFiles.write(input.resolve("pod_usage.parquet"), MANY.formatted("'{\"app\":\"a\\u0000\"}'"), "");
        try (LoadedTable table = LoadedTable.named(server, "not_made")) {
            assertThatThrownBy(() -> table.load(input, params(""))).isInstanceOf(IOException.class);
            assertThat(table.query("SELECT to_regclass('not_made')")).containsExactly("null");
        }
    }

    @Test
    void aMissingTableAndMissingColumnsAreToldBeforeAnythingIsRead() throws Exception {
        Files.writeString(input.resolve("pod_usage.parquet"), "no parquet at all");
        try (LoadedTable table = LoadedTable.named(server, "narrow")) {
            Output output = Output.database(table.url(""));
            assertThatThrownBy(() -> LoadedTable.aggregate(input, params(""), output))
                    .isInstanceOf(IOException.class)
                    .hasMessage(table.url("") + ": there is no table narrow; add create=true to the address to have it"
                            + " made, or name another table");
            table.create().execute("ALTER TABLE narrow DROP COLUMN node, DROP COLUMN all_labels, DROP COLUMN pod");
            assertThatThrownBy(() -> LoadedTable.aggregate(input, params(""), output))
                    .isInstanceOf(IOException.class)
                    .hasMessage(table.url("") + ": the table lacks columns of the summary: node, all_labels; add them,"
                            + " or name another table");
        }
    }

    @Test
    void whatTheServerForbidsIsToldBeforeAnythingIsRead() throws Exception {
        Files.writeString(input.resolve("pod_usage.parquet"), "no parquet at all");
        try (LoadedTable table = LoadedTable.named(server, "forbidden").create()) {
            table.execute("CREATE ROLE reader LOGIN; GRANT SELECT, INSERT ON forbidden TO reader");
            PostgresUrl url = PostgresUrl.parse(server.address("reader", "table=forbidden"), Map.of());
            assertThatThrownBy(() -> LoadedTable.aggregate(input, params(""), Output.database(url)))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            url
                                    + ": cannot be loaded, and nothing in it was changed: permission denied for table forbidden");
            assertThatThrownBy(() -> LoadedTable.aggregate(
                            input, params("").replace(SOURCE, "not a uuid"), Output.database(table.url(""))))
                    .hasMessageContaining("invalid input syntax for type uuid: \"not a uuid\"");
        }
    }

    @Test
    void aKilledConnectionChangesNothing() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "killed").create()) {
            table.insert(SOURCE, "2025-11-01", "Pod");
            try (PostgresSink sink = sink(table.url("&application_name=victim"))) {
                sink.cover(FIRST_OF_NOVEMBER);
                sink.stream().write(line("2025-11-01", "new"));
                sink.stream().flush();
                assertThat(kill(table, "victim")).isEqualTo(1);
                assertThatThrownBy(sink::commit)
                        .isInstanceOf(IOException.class)
                        .hasMessageStartingWith(table.url("") + ": cannot be loaded, and nothing in it was changed: ");
            }
            assertThat(table.query("SELECT usage_start, node FROM killed")).containsExactly("2025-11-01|foreign");
        }
    }

    @Test
    void aRefusalOfTheCommitChangesNothing() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "deferred").create()) {
            table.execute("ALTER TABLE deferred ADD CONSTRAINT nodes UNIQUE (node) DEFERRABLE INITIALLY DEFERRED");
            try (PostgresSink sink = sink(table.url(""))) {
                sink.stream().write(line("2025-11-01", "same"));
                sink.stream().write(line("2025-11-02", "same"));
                assertThatThrownBy(sink::commit)
                        .hasMessageContainingAll("nothing in it was changed", "violates unique constraint \"nodes\"");
            }
            assertThat(table.count("true")).isZero();
        }
    }

    @Test
    void aCommitThatWasNotConfirmedIsToldAsSuch() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "unconfirmed").create();
                LossyRelay relay = LossyRelay.to(server.port(), "COMMIT\0")) {
            PostgresUrl through = PostgresUrl.parse(
                    "postgresql://postgres@127.0.0.1:" + relay.port() + "/postgres?table=unconfirmed&sslmode=disable",
                    Map.of());
            try (PostgresSink sink = sink(through)) {
                sink.stream().write(line("2025-11-01", "lost"));
                assertThatThrownBy(sink::commit)
                        .isInstanceOf(IOException.class)
                        .hasMessageContainingAll(
                                through + ": the commit was not confirmed: ", "whether the rows are there is unknown");
            }
        }
    }

    @Test
    void whatIsNotCommittedIsTakenBack() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "taken_back").create()) {
            table.insert(SOURCE, "2025-11-01", "Pod");
            try (PostgresSink sink = sink(table.url("&application_name=leaver"))) {
                sink.cover(FIRST_OF_NOVEMBER);
                sink.stream().write(line("2025-11-01", "new"));
                sink.stream().flush();
            }
            assertThat(table.query("SELECT usage_start, node FROM taken_back")).containsExactly("2025-11-01|foreign");
        }
    }

    @Test
    @Timeout(20)
    void twoRunsOfOneSourceLeaveTheRowsOfOne() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "rivals").create();
                LoadedTable gate = LoadedTable.named(server, "rivals")) {
            String strict = "&options=-c%20default_transaction_isolation=repeatable%5C%20read&application_name=rival";
            gate.execute("SELECT pg_advisory_lock('rivals'::regclass::oid::integer, hashtext('" + SOURCE + "'))");
            try (PostgresSink one = sink(table.url(strict));
                    PostgresSink other = sink(table.url(strict))) {
                CompletableFuture<Void> both = CompletableFuture.allOf(
                        CompletableFuture.runAsync(() -> commit(one, "one")),
                        CompletableFuture.runAsync(() -> commit(other, "other")));
                awaitWaiters(gate, 2);
                gate.execute("SELECT pg_advisory_unlock_all()");
                both.join();
            }
            assertThat(table.query("SELECT usage_start, node FROM rivals"))
                    .hasSize(1)
                    .first()
                    .isIn("2025-11-01|one", "2025-11-01|other");
        }
    }

    private static void commit(PostgresSink sink, String node) {
        try {
            sink.cover(FIRST_OF_NOVEMBER);
            sink.stream().write(line("2025-11-01", node));
            sink.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns when so many connections wait for an advisory lock. */
    private static void awaitWaiters(LoadedTable table, int waiters) throws Exception {
        String waiting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted";
        while (!table.query(waiting).equals(List.of(String.valueOf(waiters)))) {
            assertThat(Thread.interrupted()).as("timeout").isFalse();
        }
    }

    @Test
    void passwordsComeFromTheAddressTheEnvironmentOrTheFileAndAreNeverTold() throws Exception {
        try (LoadedTable table = LoadedTable.named(server, "locked_up").create()) {
            table.execute("CREATE ROLE guarded LOGIN SUPERUSER PASSWORD 'pass:w@rd'");
            String none = server.address("guarded", "table=locked_up");
            String own = none.replace("guarded@", "guarded:pass%3Aw%40rd@");
            sink(PostgresUrl.parse(own, Map.of())).close();
            assertThatThrownBy(() -> sink(PostgresUrl.parse(own + "&sslmode=require", Map.of())))
                    .message()
                    .endsWith("The server does not support SSL");
            sink(PostgresUrl.parse(none, Map.of("PGPASSWORD", "pass:w@rd"))).close();
            assertThatThrownBy(() -> sink(PostgresUrl.parse(none, Map.of("PGPASSWORD", "pass:wrong"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("cannot be connected to", "guarded", "PGPASSWORD and in ~/.pgpass")
                    .message()
                    .doesNotContain("pass:");
            assertThatThrownBy(() -> sink(PostgresUrl.parse(none, Map.of())))
                    .hasMessageContainingAll("no password was provided", "PGPASSWORD and in ~/.pgpass");
            Path file = Files.writeString(directory.resolve("pgpass"), "127.0.0.1:*:*:guarded:pass\\:w@rd\n");
            System.setProperty("org.postgresql.pgpassfile", file.toString());
            try {
                sink(PostgresUrl.parse(none, Map.of())).close();
            } finally {
                System.clearProperty("org.postgresql.pgpassfile");
            }
        }
    }

    private static PostgresSink sink(PostgresUrl url) throws IOException {
        return PostgresSink.open(url, new Replacement(SOURCE, Optional.empty()));
    }

    /** A row as COPY takes it, null but for a few columns. */
    private static byte[] line(String day, String node) {
        Map<String, String> values =
                Map.of("usage_start", day, "node", node, "source_uuid", SOURCE, "data_source", "Pod");
        return LoadStatements.filled().stream()
                .map(column -> values.getOrDefault(column, "\\N"))
                .collect(Collectors.joining("\t", "", "\n"))
                .getBytes(UTF_8);
    }

    private static long kill(LoadedTable table, String application) throws Exception {
        return table.query("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE application_name = '"
                        + application + "'")
                .size();
    }
}
