// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BrowserTest
class OverflowIT {

    @ParameterizedTest
    @ValueSource(ints = {390, 820, 1280, 2560})
    void nothingIsWiderThanTheWindowAndNoLabelCoversAnother(int width, Browser browser, Specimens specimens) {
        SoftAssertions all = new SoftAssertions();
        for (Map.Entry<String, Path> each : specimens.pages().entrySet()) {
            Page page = browser.open(each.getValue(), View.at(width));

            all.assertThat(page.texts(Script.named("sideways")))
                    .as(each.getKey())
                    .isEmpty();
            page.ask("document.querySelectorAll('details').forEach((folded) => { folded.open = true; }); return true");
            all.assertThat(page.texts(Script.named("labels"))).as(each.getKey()).isEmpty();
        }
        all.assertAll();
        assertThat(specimens.pages()).isNotEmpty();
    }
}
