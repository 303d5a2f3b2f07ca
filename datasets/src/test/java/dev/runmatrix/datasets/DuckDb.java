// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads a stored dataset with an engine that shares no code with the generator. */
final class DuckDb implements AutoCloseable {

    private final Connection connection;

    private DuckDb(Connection connection) {
        this.connection = connection;
    }

    /** Has the views {@code pods}, {@code nodes} and {@code namespaces}. */
    static DuckDb over(StoredDataset stored) throws SQLException {
        DuckDb duck = new DuckDb(DriverManager.getConnection("jdbc:duckdb:"));
        duck.view("pods", stored, "pod_usage");
        if (stored.manifest().rows().nodeLabels() > 0) {
            duck.view("nodes", stored, "node_labels");
        }
        if (stored.manifest().rows().namespaceLabels() > 0) {
            duck.view("namespaces", stored, "namespace_labels");
        }
        return duck;
    }

    private void view(String name, StoredDataset stored, String table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIEW " + name + " AS SELECT * FROM read_parquet('" + stored.data()
                    + glob(stored, table) + "', hive_partitioning = false)");
        }
    }

    private static String glob(StoredDataset stored, String table) {
        return "koku".equals(stored.manifest().parameters().get("layout"))
                ? "/parquet/org1234567/OCP/" + table + "/**/*.parquet"
                : "/**/openshift_" + table + "_line_items/*.parquet";
    }

    long count(String sql) throws SQLException {
        return numbers(sql).get(0).longValueExact();
    }

    /** The first row; doubles as the exact decimals that they are. */
    List<BigDecimal> numbers(String sql) throws SQLException {
        return rows(sql).get(0);
    }

    List<List<BigDecimal>> rows(String sql) throws SQLException {
        List<List<BigDecimal>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                List<BigDecimal> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    Object value = result.getObject(i);
                    row.add(value instanceof Double number ? new BigDecimal(number) : new BigDecimal(value.toString()));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                texts.add(result.getString(1));
            }
        }
        return texts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
