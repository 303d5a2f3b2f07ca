// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** A process that runs a script in DuckDB, once or several times, and tells how long it took without the start-up. */
final class DuckDbProcess {

    private DuckDbProcess() {}

    /** Takes the number of threads, the number of repetitions, and the script. */
    public static void main(String[] args) throws Exception {
        String script = Files.readString(Path.of(args[2]));
        Properties settings = new Properties();
        settings.setProperty("threads", args[0]);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = connection.createStatement()) {
            Iteration.repeat(Integer.parseInt(args[1]), () -> run(statement, script));
        }
    }

    /** Runs the statements of a script and reads what they give. */
    static void run(Statement statement, String script) throws SQLException {
        for (String sql : script.split(";\n", -1)) {
            if (statement.execute(sql)) {
                drain(statement);
            }
        }
    }

    private static void drain(Statement statement) throws SQLException {
        try (ResultSet result = statement.getResultSet()) {
            while (result.next()) {
                result.getObject(1);
            }
        }
    }
}
