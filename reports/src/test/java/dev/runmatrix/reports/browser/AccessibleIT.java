// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@BrowserTest
class AccessibleIT {

    /** The ones that show most kinds of things; the others are made of the same pieces. */
    private static final List<String> PAGES =
            List.of("every-state", "all-clean", "scheduled", "recorded", "slower", "history", "triage");

    static Stream<View> views() {
        return Stream.of(
                View.at(390),
                View.at(390).byNight(),
                View.at(1280),
                View.at(1280).byNight());
    }

    @ParameterizedTest
    @MethodSource("views")
    void axeFindsNothing(View view, Browser browser, Specimens specimens) {
        SoftAssertions all = new SoftAssertions();
        for (String name : PAGES) {
            Page page = browser.open(specimens.page(name), view);
            page.ask(Script.axe() + ";return true");

            all.assertThat(page.awaited(Script.named("axe"))).as(name).isEmpty();
        }
        all.assertAll();
    }

    @ParameterizedTest
    @MethodSource("views")
    void everyTextStandsOutFromItsGround(View view, Browser browser, Specimens specimens) {
        SoftAssertions all = new SoftAssertions();
        specimens.pages().forEach((name, file) -> {
            Page page = browser.open(file, view);

            all.assertThat(page.texts(Script.named("contrast"))).as(name).isEmpty();
        });
        all.assertAll();
    }
}
