// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads addresses of databases; apart from them, for its patterns take time that a summary in a file has no use for. */
final class UrlText {

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

    private UrlText() {}

    static String withoutSecrets(String text) {
        String withoutUsers = PASSWORD_OF_USER.matcher(text).replaceAll("$1@");
        return PASSWORD_OF_QUERY.matcher(withoutUsers).replaceAll("$1…");
    }

    static PostgresUrl parse(String text, Map<String, String> environment) {
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
}
