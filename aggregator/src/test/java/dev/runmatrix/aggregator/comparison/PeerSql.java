// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.aggregator.plan.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The statements that DuckDB runs on a data set: templates with the names of its files and keys put in. */
final class PeerSql {

    private final Path templates;
    private final DataSet data;
    private final String day;
    private final String members;

    PeerSql(Path templates, DataSet data) throws Exception {
        this.templates = templates;
        this.data = data;
        day = isText("interval_start") ? "substr(interval_start, 1, 10)" : "interval_start::DATE";
        JsonNode keys = new ObjectMapper().readTree(data.params().toFile()).get("enabled_keys");
        members = StreamSupport.stream(keys.spliterator(), false)
                .map(JsonNode::asText)
                .sorted()
                .map(PeerSql::member)
                .collect(Collectors.joining(", "));
    }

    private boolean isText(String column) throws Exception {
        String describe = "SELECT typeof(" + column + ") FROM read_parquet(" + list(Table.POD_USAGE) + ") LIMIT 1";
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(describe)) {
            return result.next() && result.getString(1).equals("VARCHAR");
        } catch (SQLException e) {
            throw new IOException(data.name() + ": has no " + column, e);
        }
    }

    /** One key of the merged labels: a pod's value goes before its namespace's, and that before its node's. */
    private static String member(String key) {
        String path = quoted("$.\"" + key + "\"");
        return quoted("\"" + key + "\":") + " || to_json(coalesce(pod_labels ->> " + path + ", namespace_labels ->> "
                + path + ", node_labels ->> " + path + "))::VARCHAR";
    }

    /** The text of a template, ready to run. */
    String of(String template) throws Exception {
        return Files.readString(templates.resolve(template + ".sql"))
                .replace("${pod_usage}", list(Table.POD_USAGE))
                .replace("${node_labels}", list(Table.NODE_LABELS))
                .replace("${namespace_labels}", list(Table.NAMESPACE_LABELS))
                .replace("${day}", day)
                .replace("${members}", members);
    }

    private String list(Table table) throws Exception {
        return data.files(table).stream()
                .map(file -> quoted(file.toString()))
                .collect(Collectors.joining(", ", "[", "]"));
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
