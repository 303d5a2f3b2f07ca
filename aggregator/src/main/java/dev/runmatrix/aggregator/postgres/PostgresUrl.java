// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.util.Map;
import java.util.Optional;

/**
 * Address of a database and the table in it, as {@code postgresql://user:password@host:port/database?table=name}. Its
 * text form has no password.
 *
 * @param host name or address of the server, an IPv6 address in brackets
 * @param port TCP port
 * @param database its name
 * @param user who connects; empty for the one that runs this process
 * @param password theirs; empty to look into {@code ~/.pgpass}
 * @param table where the rows go
 * @param create whether a table that is missing is made
 * @param properties more properties of the connection, as the driver names them
 */
public record PostgresUrl(
        String host,
        int port,
        String database,
        Optional<String> user,
        Optional<String> password,
        TableName table,
        boolean create,
        Map<String, String> properties) {

    private static final int MOST_PORT = 65_535;

    public PostgresUrl {
        properties = Map.copyOf(properties);
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("port " + port + " is not allowed, use 1 to " + MOST_PORT);
        }
    }

    /** Whether a text is meant as the address of a database. */
    public static boolean isMeantBy(String text) {
        return text.startsWith("postgresql://") || text.startsWith("postgres://");
    }

    /** A text that may hold addresses, be they well-formed or not, without their passwords. */
    public static String withoutSecrets(String text) {
        return UrlText.withoutSecrets(text);
    }

    /**
     * Reads an address.
     *
     * @param environment gives user and password where the address has none
     * @throws IllegalArgumentException if it is none; the message has no part of it that may be secret
     */
    public static PostgresUrl parse(String text, Map<String, String> environment) {
        return UrlText.parse(text, environment);
    }

    @Override
    public String toString() {
        String who = user.map(name -> name + "@").orElse("");
        return "postgresql://" + who + host + ":" + port + "/" + database + "?table=" + table;
    }
}
