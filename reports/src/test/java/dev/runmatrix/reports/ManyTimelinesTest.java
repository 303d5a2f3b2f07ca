// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyTimelinesTest {

    @TempDir
    Path results;

    @Test
    void fiftyAreDrawnTheFastestAndTheReferenceAmongThemAndTheOthersCounted() throws Exception {
        String html = Reports.render(Fixtures.manyForks(results, 53, 4).stored(), Optional.empty())
                .getOrDefault("report.html", "");

        assertThat(html.split("class=\"tlc\"", -1)).hasSize(1 + 50);
        assertThat(html)
                .contains("3 further cells are not drawn.")
                .contains("class=\"tlc\" data-cell=\"C01\"")
                .contains("class=\"tlc\" data-cell=\"C53\"")
                .doesNotContain("class=\"tlc\" data-cell=\"C02\"");
    }
}
