// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsSectionTest {

    private static final String EVIL =
            "</script><img src=x onerror=alert(1)> | @everyone #123 `` *x* _y_ <!-- www.evil.example";

    @TempDir
    Path results;

    @Test
    void aMatrixWithoutClaimsSaysSoInALine() throws Exception {
        Map<String, String> files = render(Fixtures.allClean(results));

        assertThat(files.getOrDefault("report.md", ""))
                .contains("## Claims\n\nThis matrix states no claims.\n\n## Findings");
        assertThat(files.getOrDefault("report.html", ""))
                .contains("This matrix states no claims.")
                .doesNotContain("Table of claims");
    }

    @Test
    void claimsStandInTheOrderOfTheFileWithTheirBars() throws Exception {
        Map<String, String> files = render(Fixtures.allClean(results)
                .claim(claim("It is slow", 1e-3, false), List.of("C01"), List.of())
                .claim(claim("It ends", 1e6, false), List.of("C01"), List.of()));

        assertThat(files.getOrDefault("report.md", ""))
                .containsSubsequence(
                        "2 claims: 1 PASS, 1 FAIL", "| K1 | **FAIL** | It is slow |", "| K2 | PASS | It ends |")
                .doesNotContain("**FAIL:**");
        assertThat(files.getOrDefault("report.html", ""))
                .containsSubsequence("id=\"K1\"", "c-over-budget", "id=\"K2\"")
                .doesNotContain("aria-label=\"FAIL\"");
        assertThat(files.getOrDefault("summary.md", ""))
                .contains("**Failed claims**\n\n- K1 **It is slow**: ")
                .doesNotContain("It ends");
    }

    @Test
    void aClaimOfTheGateThatFailsIsABannerAndAStatus() throws Exception {
        Map<String, String> files =
                render(Fixtures.allClean(results).claim(claim("It is slow", 1e-3, true), List.of("C01"), List.of()));

        assertThat(files.getOrDefault("report.md", ""))
                .contains("**FAIL:** 1 claim of the gate broken: K1 (It is slow). See Claims.")
                .contains("**Exit code:** 1, a claim of the gate is broken")
                .contains("| K1 | **FAIL**, gate |");
        assertThat(files.getOrDefault("summary.md", "")).contains("**FAIL:** 1 claim of the gate broken");
        assertThat(files.getOrDefault("report.html", ""))
                .contains("<div class=\"banner\" role=\"region\" aria-label=\"FAIL\">");
    }

    @Test
    void noFailedClaimIsLostWhereAPageMustBeShort() throws Exception {
        RunFixture run = Fixtures.sixty(results);
        for (int i = 1; i <= 50; i++) {
            run.claim(claim(EVIL + " " + i, i % 5 == 0 ? 1e6 : 1e-3, i % 7 == 0), List.of("C01", "C02"), List.of());
        }

        Map<String, String> files = render(run);

        assertThat(bytes(files.getOrDefault("report.md", ""))).isLessThanOrEqualTo(60_000);
        assertThat(bytes(files.getOrDefault("summary.md", ""))).isLessThanOrEqualTo(6_000);
        assertThat(files.getOrDefault("report.md", "")
                        .lines()
                        .filter(line -> line.matches("\\| K\\d+ \\| \\*\\*FAIL\\*\\*.*")))
                .hasSize(40);
        assertThat(files.getOrDefault("summary.md", "")).contains("K1").contains("Failed claims");
    }

    @Test
    void aHostileNameIsTextInEveryPage() throws Exception {
        Map<String, String> files =
                render(Fixtures.allClean(results).claim(claim(EVIL, 1e-3, true), List.of("C01"), List.of()));

        assertThat(files.getOrDefault("report.html", "")).doesNotContain("<img").contains("&lt;img src=x");
        for (String page : List.of("report.md", "summary.md")) {
            assertThat(files.getOrDefault(page, ""))
                    .doesNotContain("<img")
                    .doesNotContain("@everyone")
                    .doesNotContain(" #123")
                    .doesNotContain("<!-- www")
                    .contains("onerror");
        }
        assertThat(files.getOrDefault("report.md", "").lines().filter(line -> line.startsWith("| K1 |")))
                .hasSize(1)
                .allMatch(line ->
                        line.replace("\\|", "").chars().filter(c -> c == '|').count() == 8);
    }

    private static Map<String, String> render(RunFixture run) throws Exception {
        return Reports.render(run.stored(), Optional.empty());
    }

    private static int bytes(String page) {
        return page.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Claim claim(String name, double mostSeconds, boolean gate) {
        return new Claim(
                name,
                ClaimKind.BOUND,
                Optional.of(GateMetric.WALL),
                List.of(),
                List.of(),
                new ClaimLimit(ClaimLimit.Unit.SECONDS, Optional.empty(), Optional.of(mostSeconds), Optional.empty()),
                Optional.of("a note"),
                gate);
    }
}
