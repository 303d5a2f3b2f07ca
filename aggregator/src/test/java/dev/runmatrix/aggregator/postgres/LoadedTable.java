// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import dev.runmatrix.aggregator.AggregationConfig;
import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.Aggregator;
import dev.runmatrix.aggregator.InputException;
import dev.runmatrix.aggregator.Mode;
import dev.runmatrix.aggregator.Output;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** A table of a test server, with a connection of its own to look at it. */
final class LoadedTable implements AutoCloseable {

    static final String SOURCE = "11111111-2222-3333-4444-555555555555";
    static final String OTHER_SOURCE = "99999999-2222-3333-4444-555555555555";

    private final PostgresServer server;
    private final String name;
    private final Connection connection;

    private LoadedTable(PostgresServer server, String name, Connection connection) {
        this.server = server;
        this.name = name;
        this.connection = connection;
    }

    /** A table that does not exist yet; the name needs no quotes in SQL. */
    static LoadedTable named(PostgresServer server, String name) throws SQLException {
        return new LoadedTable(server, name, server.connect());
    }

    PostgresUrl url(String more) {
        return PostgresUrl.parse(server.address("postgres", "table=" + name + more), Map.of());
    }

    /** Makes the table, as a load would. */
    LoadedTable create() throws SQLException {
        execute(new LoadStatements(TableName.parse(name)).create());
        return this;
    }

    /** Loads an input into the table, which is made where it is missing. */
    AggregationResult load(Path input, String params) throws InputException, IOException {
        return aggregate(input, params, Output.database(url("&create=true")));
    }

    static AggregationResult aggregate(Path input, String params, Output output) throws InputException, IOException {
        Path file = Files.writeString(input.resolveSibling(input.getFileName() + ".json"), params);
        return Aggregator.run(new AggregationConfig(
                List.of(input), file, output, Mode.IN_MEMORY, false, 2, 1, OptionalInt.empty(), false));
    }

    /** Parameters of the source, with more members of the JSON object. */
    static String params(String more) {
        return "{\"enabled_keys\": [\"app\", \"team\", \"zone\"], \"source_uuid\": \"" + SOURCE + "\"" + more + "}";
    }

    /** Puts in a row as somebody else may have. */
    void insert(String source, String day, String dataSource) throws SQLException {
        execute("INSERT INTO " + name + " (source_uuid, usage_start, data_source, node) VALUES ('" + source + "', '"
                + day + "', '" + dataSource + "', 'foreign')");
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long count(String condition) throws SQLException {
        return Long.parseLong(
                query("SELECT count(*) FROM " + name + " WHERE " + condition).get(0));
    }

    /** The rows as text, values separated by a bar, null as the word. */
    List<String> query(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    values.add(String.valueOf(rows.getString(column)));
                }
                lines.add(String.join("|", values));
            }
        }
        return lines;
    }

    /** Rows that are in the table or in a CSV file but not in both; values are compared as the table's types do. */
    List<String> differenceFrom(Path csv) throws SQLException, IOException {
        execute("CREATE TEMPORARY TABLE expected AS SELECT * FROM " + name + " WITH NO DATA");
        try (Reader rows = Files.newBufferedReader(csv)) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY expected FROM STDIN CSV HEADER", rows);
        }
        String columns = query("SELECT attname FROM pg_attribute WHERE attrelid = 'expected'::regclass"
                        + " AND attnum > 0 AND attname <> 'uuid'")
                .stream()
                .collect(Collectors.joining(", "));
        String ofBoth = "(SELECT " + columns + " FROM %s EXCEPT ALL SELECT " + columns + " FROM %s)";
        return query(ofBoth.formatted(name, "expected") + " UNION ALL " + ofBoth.formatted("expected", name));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
