// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The steps of loading a table, all in one transaction. */
final class LoadTransaction implements AutoCloseable {

    private final PostgresUrl url;
    private final Replacement replacement;
    private final Connection connection;
    private final LoadStatements statements;
    private final String table;

    private LoadTransaction(PostgresUrl url, Replacement replacement, Connection connection) {
        this.url = url;
        this.replacement = replacement;
        this.connection = connection;
        statements = new LoadStatements(url.table());
        table = url.table().quoted();
    }

    static LoadTransaction connect(PostgresUrl url, Replacement replacement) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", "run-matrix");
        properties.setProperty("tcpKeepAlive", "true");
        properties.putAll(url.properties());
        url.user().ifPresent(user -> properties.setProperty("user", user));
        url.password().ifPresent(password -> properties.setProperty("password", password));
        String address = "jdbc:postgresql://" + url.host() + ":" + url.port() + "/" + Percent.encode(url.database());
        // Asking the driver itself loads no other driver, and keeps the password out of the address.
        Connection connection = new Driver().connect(address, properties);
        if (connection == null) {
            throw new SQLException("the driver does not take this address");
        }
        return new LoadTransaction(url, replacement, connection);
    }

    /** Does everything without a row and takes it back: what cannot succeed should not come to light last. */
    void rehearse() throws SQLException, IOException {
        connection.setAutoCommit(false);
        // In a stricter one, the rows of a load that ended while this one waited for it would not be seen.
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        stage();
        try (PreparedStatement delete = deleteDays(statements.deleteNothing(), List.of())) {
            delete.executeUpdate();
        }
        execute(statements.insert());
        connection.rollback();
    }

    /** Begins the transaction and the stream of rows. */
    CopyIn copy() throws SQLException, IOException {
        stage();
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statements.copy());
    }

    private void stage() throws SQLException, IOException {
        Set<String> columns = columns();
        if (columns.isEmpty() && url.create()) {
            create();
            columns = columns();
        }
        requireFilledColumns(columns);
        execute(statements.stage());
    }

    private Set<String> columns() throws SQLException {
        Set<String> columns = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(LoadStatements.COLUMNS_OF_TABLE)) {
            query.setString(1, table);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        }
        return columns;
    }

    private void create() throws SQLException {
        lock(LoadStatements.LOCK_CREATION, table);
        if (columns().isEmpty()) {
            execute(statements.create());
            execute(statements.createIndex());
        }
    }

    private void requireFilledColumns(Set<String> columns) throws IOException {
        if (columns.isEmpty()) {
            throw new IOException(url + ": there is no table " + url.table()
                    + "; add create=true to the address to have it made, or name another table");
        }
        List<String> missing = LoadStatements.filled().stream()
                .filter(column -> !columns.contains(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new IOException(url + ": the table lacks columns of the summary: " + String.join(", ", missing)
                    + "; add them, or name another table");
        }
    }

    /** Puts the copied rows in the place of those that they replace. */
    void replace(Collection<LocalDate> coveredDays) throws SQLException {
        lock(LoadStatements.LOCK_SOURCE, table, replacement.sourceUuid());
        try (PreparedStatement delete = delete(coveredDays)) {
            delete.executeUpdate();
        }
        execute(statements.insert());
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private PreparedStatement delete(Collection<LocalDate> coveredDays) throws SQLException {
        Optional<Replacement.Range> range = replacement.range();
        if (range.isEmpty()) {
            return deleteDays(statements.deleteDays(), coveredDays);
        }
        PreparedStatement delete = connection.prepareStatement(statements.deleteRange());
        bindSource(delete);
        delete.setObject(2, range.get().first());
        delete.setObject(3, range.get().last());
        return delete;
    }

    private PreparedStatement deleteDays(String sql, Collection<LocalDate> days) throws SQLException {
        PreparedStatement delete = connection.prepareStatement(sql);
        bindSource(delete);
        // The server does not know the plus sign before years of five digits.
        Object[] texts =
                days.stream().map(day -> day.toString().replace("+", "")).toArray();
        delete.setArray(2, connection.createArrayOf("date", texts));
        return delete;
    }

    /** The server knows whether the column is a text or a uuid. */
    private void bindSource(PreparedStatement statement) throws SQLException {
        statement.setObject(1, replacement.sourceUuid(), Types.OTHER);
    }

    private void lock(String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            query.execute();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Rolls back what is not committed. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
