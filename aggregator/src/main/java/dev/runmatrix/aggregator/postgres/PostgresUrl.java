// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final Pattern SCHEME = Pattern.compile("postgres(?:ql)?://.*", Pattern.DOTALL);
    private static final Pattern FORM = Pattern.compile("postgres(?:ql)?://"
            + "(?:(?<user>[^:@/?#]*)(?::(?<password>[^:@/?#]*))?@)?"
            + "(?<host>[\\p{Alnum}._-]*|\\[[\\p{XDigit}:.]+])(?::(?<port>\\d{1,5}))?"
            + "/(?<database>[^/?#]+)(?:\\?(?<query>[^#]*))?");
    private static final String EXPECTED =
            "use postgresql://user@host:5432/database?table=schema.name, and in a name or"
                    + " password write %40 for @, %3A for :, %2F for /, %3F for ?, %23 for #, %25 for %";
    private static final Pattern PASSWORD_OF_USER = Pattern.compile("(://[^:@/\\s]*):[^\\s']*@");
    private static final Pattern PASSWORD_OF_QUERY = Pattern.compile("(password=)[^&\\s']*");
    private static final int DEFAULT_PORT = 5432;
    private static final int MOST_PORT = 65_535;

    public PostgresUrl {
        properties = Map.copyOf(properties);
        if (port < 1 || port > MOST_PORT) {
            throw new IllegalArgumentException("port " + port + " is not allowed, use 1 to " + MOST_PORT);
        }
    }

    /** Whether a text is meant as the address of a database. */
    public static boolean isMeantBy(String text) {
        return SCHEME.matcher(text).matches();
    }

    /** A text that may hold addresses, be they well-formed or not, without their passwords. */
    public static String withoutSecrets(String text) {
        String withoutUsers = PASSWORD_OF_USER.matcher(text).replaceAll("$1@");
        return PASSWORD_OF_QUERY.matcher(withoutUsers).replaceAll("$1…");
    }

    /**
     * Reads an address.
     *
     * @param environment gives user and password where the address has none
     * @throws IllegalArgumentException if it is none; the message has no part of it that may be secret
     */
    public static PostgresUrl parse(String text, Map<String, String> environment) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("the address of the database has another form; " + EXPECTED);
        }
        UrlQuery query = UrlQuery.parse(group(form, "query").orElse(""));
        return new PostgresUrl(
                group(form, "host").orElse("localhost"),
                group(form, "port").map(Integer::parseInt).orElse(DEFAULT_PORT),
                Percent.decode(form.group("database")),
                group(form, "user").map(Percent::decode).or(() -> given(environment, "PGUSER")),
                group(form, "password").map(Percent::decode).or(() -> given(environment, "PGPASSWORD")),
                query.table(),
                query.create(),
                query.properties());
    }

    private static Optional<String> group(Matcher form, String name) {
        return Optional.ofNullable(form.group(name)).filter(value -> !value.isEmpty());
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    @Override
    public String toString() {
        String who = user.map(name -> name + "@").orElse("");
        return "postgresql://" + who + host + ":" + port + "/" + database + "?table=" + table;
    }
}
