// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.reports.Fixtures;
import dev.runmatrix.reports.Reports;
import dev.runmatrix.reports.model.RunVerdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** How large a page is, which is held, and how fast, which is only told: clocks of shared machines prove nothing. */
@BrowserTest
class PageSpeedIT {

    private static final int MOST_BYTES = 1_000_000;

    /** Milliseconds from the request until the page answers its reader. */
    private static final String READY = "const times = performance.getEntriesByType('navigation')[0];"
            + "return Math.ceil(times.domContentLoadedEventEnd - times.startTime);";

    @TempDir
    Path folder;

    @Test
    void twentyFourCellsOfTenForksAreLessThanAMegabyte(Browser browser) throws Exception {
        Path html = page(Fixtures.manyForks(folder("24x10"), 24, 10).stored(), "24 cells × 10 forks", browser);

        assertThat(Files.size(html)).isLessThanOrEqualTo(MOST_BYTES);
    }

    /** Takes half a minute, most of it to make the run. */
    @Test
    @EnabledIfSystemProperty(named = "runmatrix.keep", matches = ".+")
    void aThousandCellsStillMakeAPage(Browser browser) throws Exception {
        Path html = page(Fixtures.manyForks(folder("1000x5"), 1000, 5).stored(), "1000 cells × 5 forks", browser);

        assertThat(browser.open(html, View.at(1280)).elements("#cells tr[data-cell]"))
                .hasSize(1000);
    }

    /** Where whoever wants to measure the command finds the run afterwards. */
    private Path folder(String name) throws IOException {
        Path all = Path.of(System.getProperty("runmatrix.keep", folder.toString()));
        return Files.createDirectories(all.resolve(name));
    }

    private Path page(StoredRun run, String what, Browser browser) throws Exception {
        long start = System.nanoTime();
        Path html = Reports.write(run, RunVerdicts.NONE, Optional.empty(), run.directory(), Optional.empty())
                .get(0);
        double seconds = (System.nanoTime() - start) / 1e9;
        long millis = browser.open(html, View.at(1280)).number(READY);
        System.out.printf(
                Locale.ROOT,
                "%s: report.html %,d bytes, both reports in %.1f s (first time in this JVM), page ready after %d ms%n",
                what,
                Files.size(html),
                seconds,
                millis);
        return html;
    }
}
