// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresUrlTest {

    @Test
    void everyPartIsRead() {
        PostgresUrl url = parse("postgresql://me%40home:p%3a%25%2F+@db_1.example.org:6543/my%20db?table=Costs.Daily"
                + "&create=true&sslmode=verify-full&sslrootcert=/ca%26.pem&connect_timeout=3");
        assertThat(url.host()).isEqualTo("db_1.example.org");
        assertThat(url.port()).isEqualTo(6543);
        assertThat(url.database()).isEqualTo("my db");
        assertThat(url.user()).hasValue("me@home");
        assertThat(url.password()).hasValue("p:%/+");
        assertThat(url.table().quoted()).isEqualTo("\"Costs\".\"Daily\"");
        assertThat(url.create()).isTrue();
        assertThat(url.properties())
                .isEqualTo(Map.of("sslmode", "verify-full", "sslrootcert", "/ca&.pem", "connectTimeout", "3"));
    }

    @Test
    void mostPartsMayBeLeftOut() {
        PostgresUrl url = parse("postgres:///costs");
        assertThat(url.host()).isEqualTo("localhost");
        assertThat(url.port()).isEqualTo(5432);
        assertThat(url.user()).isEmpty();
        assertThat(url.password()).isEmpty();
        assertThat(url.table()).hasToString("reporting_ocpusagelineitem_daily_summary");
        assertThat(url.create()).isFalse();
        assertThat(parse("postgresql://[::1]:99/x").host()).isEqualTo("[::1]");
    }

    @Test
    void theEnvironmentGivesWhatTheAddressLacks() {
        Map<String, String> environment = Map.of("PGUSER", "env", "PGPASSWORD", "from env");
        PostgresUrl bare = PostgresUrl.parse("postgresql://h/d", environment);
        assertThat(bare.user()).hasValue("env");
        assertThat(bare.password()).hasValue("from env");
        PostgresUrl full = PostgresUrl.parse("postgresql://u:p@h/d", environment);
        assertThat(full.user()).hasValue("u");
        assertThat(full.password()).hasValue("p");
    }

    @Test
    void secretsAreNotShown() {
        PostgresUrl url = parse("postgresql://me:hidden@h:1/d?table=s.t&sslpassword=hidden");
        assertThat(url).hasToString("postgresql://me@h:1/d?table=s.t");
        assertThat(PostgresUrl.withoutSecrets("'postgresql://me:hid/d@en@h/d' and jdbc:x?password=hidden&a=b"))
                .isEqualTo("'postgresql://me@h/d' and jdbc:x?password=…&a=b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://",
                "postgresql://me:hidden@h",
                "postgresql://me:hidden@h/",
                "postgresql://me:hid@den@h/d",
                "postgresql://me:hid/den@h/d",
                "postgresql://me:hid#den@h/d",
                "postgresql://me:hidden@h:port/d",
                "postgresql://me:hidden@h:0/d",
                "postgresql://me:hidden@h:70000/d",
                "postgresql://me:hidden%2@h/d",
                "postgresql://me:hidden@h/d?password=hidden",
                "postgresql://me:hidden@h1,h2/d",
                "postgresql://me:hidden@h/d?sslpassword=hidden&sslpassword=hidden"
            })
    void aWrongAddressIsToldWithoutItsSecrets(String text) {
        assertThat(PostgresUrl.isMeantBy(text)).isTrue();
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .message()
                .doesNotContain("hid", "den");
    }

    @Test
    void unknownParametersAreNamedWithThoseThatAreAllowed() {
        assertThatThrownBy(() -> parse("postgresql://h/d?tabel=x&ssl=true&create=true"))
                .hasMessage(
                        "the address of the database has an unknown parameter tabel, ssl; allowed are table, create,"
                                + " application_name, channel_binding, connect_timeout, options, sslcert, sslkey, sslmode,"
                                + " sslpassword, sslrootcert");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sslmode=verify | sslmode: 'verify' is not allowed, use one of allow, disable, prefer, require, verify
                    create=yes | create: 'yes' is not allowed, use one of false, true
                    create | create: '' is not allowed
                    connect_timeout=1m | connect_timeout: '1m' is not allowed, use a number of seconds
                    table= | table: a name is empty
                    table=a. | table: a name is empty
                    table=a.b.c | table: 'a.b.c' has more than one dot
                    table=%00 | table: a name holds the character 0
                    table=éééééééééééééééééééééééééééééééé | is longer than the 63 bytes that PostgreSQL allows
                    create=true&create=true | create is in the address twice
                    """)
    void wrongValuesAreTold(String query, String message) {
        assertThatThrownBy(() -> parse("postgresql://h/d?" + query)).hasMessageContaining(message);
    }

    @Test
    void whatIsNoAddressIsAFile() {
        assertThat(PostgresUrl.isMeantBy("postgresql.csv")).isFalse();
        assertThat(PostgresUrl.isMeantBy("jdbc:postgresql://h/d")).isFalse();
    }

    private static PostgresUrl parse(String text) {
        return PostgresUrl.parse(text, Map.of());
    }
}
