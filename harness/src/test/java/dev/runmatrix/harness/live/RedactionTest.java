// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--password=hunter22",
                "--db-password hunter22",
                "-Dspring.datasource.password=hunter22",
                "PGPASSWORD=hunter22",
                "--api-key hunter22",
                "--client-secret-value hunter22",
                "--token=hunter22",
                "postgresql://me:hunter22@localhost/db",
                "https://hunter22@example.org/path",
                "jdbc:postgresql://h/d?user=me&password=hunter22&ssl=true",
                "-u me:hunter22",
                "-H Authorization: Bearer hunter22hunter22",
                "{\"password\": \"hunter22\"}",
                "sh -c job --secret=hunter22",
                "ghp_hunter22hunter22hunter22",
                "eyJhunter22hunter22.hunter22hunter22.x"
            })
    void secretsAreTakenOut(String argument) {
        assertThat(redacted(argument)).doesNotContain("hunter22").contains("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--max-workers 4",
                "--parallel-chunks false",
                "-Xmx2g -XX:+UseG1GC",
                "--pass-through-file data.csv",
                "--input data/2025-10 --output out.csv",
                "--monkey business",
                "python3 -m http.server 8000"
            })
    void everythingElseStays(String arguments) {
        String expected = arguments.startsWith("--pass") ? "--pass-through-file ***" : arguments;

        assertThat(redacted(arguments)).isEqualTo(expected);
    }

    @Test
    void homeFoldersHaveNoNames() {
        assertThat(redacted("/home/someone/bin/job --input=/root/data,/Users/me/x /homework"))
                .isEqualTo("~/bin/job --input=~/data,~/x /homework");
    }

    @Test
    void anOptionAfterASecretOneIsNotItsValue() {
        assertThat(Redaction.of(List.of("job", "--ask-password", "--max-workers", "4")))
                .containsExactly("job", "--ask-password", "--max-workers", "4");
    }

    private static String redacted(String arguments) {
        return String.join(" ", Redaction.of(List.of(arguments.split(" "))));
    }
}
