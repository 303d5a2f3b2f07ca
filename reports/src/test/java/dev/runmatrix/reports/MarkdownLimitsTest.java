// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimKind;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports stay within what forges take, whatever they are made of. */
class MarkdownLimitsTest {

    @TempDir
    Path folder;

    @Test
    void textsWithoutEndAreCutAndNothingThatFailedIsLost() throws Exception {
        for (String endless : HostileTexts.endless()) {
            List<String> texts = IntStream.range(0, 200)
                    .mapToObj(i -> (char) ('a' + i % 26) + endless + i)
                    .toList();

            Map<String, String> files =
                    new HostileRun(Files.createTempDirectory(folder, "run"), texts).rendered(Fixtures::troubled);

            isWithinLimits(files);
            assertThat(files.getOrDefault("report.md", ""))
                    .contains("| K1 | **FAIL** |")
                    .containsPattern("C03 (\\|[^\\n]*)?OUT OF MEMORY")
                    .contains("**Forks:** 36 planned");
            for (String summary : List.of("summary.md", "summary with conclusion")) {
                assertThat(files.getOrDefault(summary, ""))
                        .contains("**Forks:** 36 planned")
                        .contains("K1");
            }
        }
    }

    @Test
    void aThousandCellsKeepEveryFailureAndTheForks() throws Exception {
        RunFixture run = Fixtures.workersByChunks(folder, 50, 20);
        for (int i = 0; i < 30; i++) {
            run.claim(claim(1e-3 + i * 1e-6), List.of("C01"), List.of());
        }

        Map<String, String> files = Reports.render(run.stored(), Optional.empty());

        isWithinLimits(files);
        String report = files.getOrDefault("report.md", "");
        for (int failed = 988; failed <= 1000; failed++) {
            assertThat(report).containsPattern("C" + failed + " (\\|[^\\n]*)?OUT OF MEMORY");
        }
        assertThat(report)
                .contains("**Forks:** ")
                .containsPattern("\\d+ cells left out here; all of them stand in `report.html`")
                .contains("Cores over time are left out here; they stand in `report.html`.");
        assertThat(report.lines().filter(line -> line.matches("\\| K\\d+ \\| \\*\\*FAIL\\*\\*.*")))
                .hasSize(30);
        assertThat(files.getOrDefault("summary.md", ""))
                .startsWith("<!-- run-matrix:")
                .contains("**Forks:** ")
                .contains("K30");
    }

    private static Claim claim(double most) {
        return new Claim(
                "It is fast",
                ClaimKind.BOUND,
                Optional.of(GateMetric.WALL),
                List.of(),
                List.of(),
                new ClaimLimit(ClaimLimit.Unit.SECONDS, Optional.empty(), Optional.of(most), Optional.empty()),
                Optional.empty(),
                false);
    }

    private static void isWithinLimits(Map<String, String> files) {
        files.forEach((file, text) -> {
            int most = file.equals("report.md") ? 60_000 : 6_000;
            if (!file.endsWith("html")) {
                assertThat(text.getBytes(StandardCharsets.UTF_8).length)
                        .as(file)
                        .isLessThanOrEqualTo(most);
                assertThat(Pattern.compile("(?s)```mermaid\\n(.*?)```")
                                .matcher(text)
                                .results()
                                .mapToInt(chart -> chart.group(1).length())
                                .sum())
                        .isLessThanOrEqualTo(1_500);
                assertThat(text)
                        .doesNotContainPattern("</summary>\\n[^\\n]")
                        .doesNotContainPattern("[^\\n]\\n</details>");
            }
        });
    }
}
