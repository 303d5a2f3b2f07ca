// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

@BrowserTest
class QuietPageIT {

    @Test
    void aPageSaysNothingToTheConsoleAndAsksForNothingButItself(Browser browser, Specimens specimens) {
        for (Map.Entry<String, Path> each : specimens.pages().entrySet()) {
            Page page = browser.open(each.getValue(), View.at(1280));

            assertThat(page.messages()).as(each.getKey()).isEmpty();
            assertThat(page.requests())
                    .as(each.getKey())
                    .containsExactly(each.getValue().toUri().toString());
            assertThat(page.refused()).as(each.getKey()).isEmpty();
        }
    }

    @Test
    void aServerOfThePageIsAskedForThePageAlone(Browser browser, Specimens specimens) throws IOException {
        try (Loopback server = Loopback.serving(specimens.pages())) {
            for (String name : specimens.pages().keySet()) {
                Page page = browser.open(server.address(name), View.at(1280));

                assertThat(page.messages()).as(name).isEmpty();
                assertThat(server.asked()).as(name).containsExactly("/" + name);
            }
        }
    }
}
