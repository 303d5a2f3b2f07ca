// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class OverflowIT {

    @ParameterizedTest
    @ValueSource(ints = {390, 820, 1280, 2560})
    void noPageIsWiderThanItsWindow(int width, Browser browser, Specimens specimens) {
        for (Map.Entry<String, Path> each : specimens.pages().entrySet()) {
            Page page = browser.open(each.getValue(), View.at(width));

            assertThat(page.number("return document.documentElement.scrollWidth"))
                    .as(each.getKey())
                    .isLessThanOrEqualTo(width);
        }
    }
}
