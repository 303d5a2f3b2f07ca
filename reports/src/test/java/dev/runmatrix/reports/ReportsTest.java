// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.StoredRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

    @TempDir
    Path folder;

    @Test
    void writesThreeFilesAndNothingElse() throws Exception {
        StoredRun run = Fixtures.allClean(folder.resolve("results")).stored();

        List<Path> written = Reports.write(run, folder.resolve("out"), Optional.empty());

        assertThat(written)
                .extracting(p -> p.getFileName().toString())
                .containsExactly("report.html", "report.md", "summary.md");
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files).hasSize(3);
        }
    }

    @Test
    void theSameRunGivesTheSameBytes() throws Exception {
        StoredRun run = Fixtures.troubled(folder.resolve("results")).stored();

        assertThat(Reports.render(run, Optional.empty())).isEqualTo(Reports.render(run, Optional.empty()));
    }
}
