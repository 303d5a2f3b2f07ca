// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands behind the question mark of an address. Parameters have the names that PostgreSQL's own programs give them.
 *
 * @param table where the rows go
 * @param create whether a table that is missing is made
 * @param properties the others, as the driver names them
 */
record UrlQuery(TableName table, boolean create, Map<String, String> properties) {

    private static final String TABLE = "table";
    private static final String CREATE = "create";
    private static final String DEFAULT_TABLE = "reporting_ocpusagelineitem_daily_summary";

    private static final Map<String, String> PROPERTIES = new TreeMap<>(Map.of(
            "application_name", "ApplicationName",
            "channel_binding", "channelBinding",
            "connect_timeout", "connectTimeout",
            "options", "options",
            "sslcert", "sslcert",
            "sslkey", "sslkey",
            "sslmode", "sslmode",
            "sslpassword", "sslpassword",
            "sslrootcert", "sslrootcert"));

    private static final Map<String, Set<String>> CHOICES = Map.of(
            CREATE,
            Set.of("true", "false"),
            "channel_binding",
            Set.of("disable", "prefer", "require"),
            "sslmode",
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full"));

    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    UrlQuery {
        properties = Map.copyOf(properties);
    }

    static UrlQuery parse(String text) {
        Map<String, String> given = split(text);
        requireKnown(given.keySet());
        CHOICES.forEach((name, choices) -> requireChoice(name, Optional.ofNullable(given.get(name)), choices));
        requireSeconds(Optional.ofNullable(given.get("connect_timeout")));
        Map<String, String> properties = given.entrySet().stream()
                .filter(entry -> PROPERTIES.containsKey(entry.getKey()))
                .collect(Collectors.toMap(entry -> PROPERTIES.getOrDefault(entry.getKey(), ""), Map.Entry::getValue));
        return new UrlQuery(
                TableName.parse(given.getOrDefault(TABLE, DEFAULT_TABLE)),
                Boolean.parseBoolean(given.get(CREATE)),
                properties);
    }

    private static Map<String, String> split(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(text.split("&")).filter(part -> !part.isEmpty()).forEach(part -> {
            int equals = part.indexOf('=');
            String name = Percent.decode(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : Percent.decode(part.substring(equals + 1));
            if (values.put(name, value) != null) {
                throw new IllegalArgumentException(name + " is in the address twice; leave one");
            }
        });
        return values;
    }

    private static void requireKnown(Set<String> names) {
        List<String> unknown = new ArrayList<>(names);
        unknown.removeAll(PROPERTIES.keySet());
        unknown.removeAll(Set.of(TABLE, CREATE));
        if (!unknown.isEmpty()) {
            String allowed = Stream.concat(Stream.of(TABLE, CREATE), PROPERTIES.keySet().stream())
                    .collect(Collectors.joining(", "));
            throw new IllegalArgumentException("the address of the database has an unknown parameter "
                    + String.join(", ", unknown) + "; allowed are " + allowed);
        }
    }

    private static void requireChoice(String name, Optional<String> value, Set<String> choices) {
        if (value.isPresent() && !choices.contains(value.get())) {
            throw new IllegalArgumentException(name + ": '" + value.get() + "' is not allowed, use one of "
                    + choices.stream().sorted().collect(Collectors.joining(", ")));
        }
    }

    private static void requireSeconds(Optional<String> value) {
        if (value.isPresent() && !SECONDS.matcher(value.get()).matches()) {
            throw new IllegalArgumentException(
                    "connect_timeout: '" + value.get() + "' is not allowed, use a number of seconds");
        }
    }
}
