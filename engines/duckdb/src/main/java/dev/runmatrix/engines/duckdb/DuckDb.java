// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.duckdb;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** A database in memory that lives as long as this object. */
final class DuckDb implements AutoCloseable {

    private final DuckDBConnection connection;

    private DuckDb(DuckDBConnection connection) {
        this.connection = connection;
    }

    /**
     * Opens a database.
     *
     * @param threads how many threads work on a statement
     * @param memory what it may take, such as {@code 2GB}; absent for what DuckDB takes by itself
     * @param spill where what does not fit goes
     */
    static DuckDb open(int threads, Optional<String> memory, Path spill) throws SQLException {
        DuckDb db = new DuckDb(DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class));
        db.execute("SET threads = " + threads);
        if (memory.isPresent()) {
            db.execute("SET memory_limit = " + Sql.text(memory.get()));
        }
        db.execute("SET temp_directory = " + Sql.text(spill.toString()));
        // Nothing here needs rows in the order of the files, and keeping it takes memory.
        db.execute("SET preserve_insertion_order = false");
        return db;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Takes the rows of a result, one after the other. */
    @FunctionalInterface
    interface RowSink {

        void accept(ResultSet row) throws SQLException;
    }

    void query(String sql, RowSink sink) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                sink.accept(rows);
            }
        }
    }

    /** The first column of the first row as text; absent if there is no row, or null in it. */
    Optional<String> value(String sql) throws SQLException {
        List<Optional<String>> values = new ArrayList<>();
        query(sql, row -> values.add(Optional.ofNullable(row.getString(1))));
        return values.isEmpty() ? Optional.empty() : values.get(0);
    }

    /** Appends rows to a table. */
    @FunctionalInterface
    interface Filling {

        void fill(DuckDBAppender rows) throws SQLException;
    }

    /** Fills a table; what is appended may come from queries of this database. */
    void append(String table, Filling filling) throws SQLException {
        // A connection has one transaction, and the appender's must not end that of a query that is read meanwhile.
        try (Connection other = connection.duplicate();
                DuckDBAppender rows =
                        other.unwrap(DuckDBConnection.class).createAppender(DuckDBConnection.DEFAULT_SCHEMA, table)) {
            filling.fill(rows);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
