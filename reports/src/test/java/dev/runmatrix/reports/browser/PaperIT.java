// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

@BrowserTest
class PaperIT {

    /** A4 landscape without its margins of 12 mm, at 96 pixels an inch. */
    private static final int WIDTH = 1032;

    private static final int HEIGHT = 703;

    private static final Pattern SHEET = Pattern.compile("/MediaBox \\[0 0 84[12](?:\\.\\d+)? 59[45](?:\\.\\d+)?\\]");

    @Test
    void noTableAndNoFigureIsCut(Browser browser, Specimens specimens) {
        SoftAssertions all = new SoftAssertions();
        specimens.pages().forEach((name, file) -> {
            Page page = browser.open(file, View.at(WIDTH).onPaper());

            all.assertThat(page.texts(Script.named("paper"), WIDTH, HEIGHT))
                    .as(name)
                    .isEmpty();
            all.assertThat(page.texts(Script.named("labels"))).as(name).isEmpty();
        });
        all.assertAll();
    }

    @Test
    void theSheetsAreLandscapeAndAllAlike(Browser browser, Specimens specimens) {
        String sheets = new String(
                browser.open(specimens.page("every-state"), View.at(1280)).pdf(), StandardCharsets.ISO_8859_1);

        assertThat(SHEET.matcher(sheets).results().count())
                .isGreaterThan(2)
                .isEqualTo(
                        Pattern.compile("/MediaBox").matcher(sheets).results().count());
    }

    /** Chromium draws no button in a header that it repeats, but for one without a box of its own. */
    @Test
    void headersOfColumnsHaveTheirWordsOnEverySheet(Browser browser, Specimens specimens) {
        Page page = browser.open(specimens.page("every-state"), View.at(WIDTH).onPaper());

        assertThat(page.texts("return [...document.querySelectorAll('thead button')]"
                        + ".map(button => getComputedStyle(button).display)"))
                .isNotEmpty()
                .containsOnly("contents");
    }

    @Test
    void aFilteredTableOnPaperSaysThatItIsNotTheWhole(Browser browser, Specimens specimens) {
        Page page = browser.open(specimens.page("all-clean"), View.at(WIDTH).onPaper());
        assertThat(page.ask("return document.body.innerText").toString()).doesNotContain("Filtered");

        page.ask("location.hash = '#filter=no+such+cell'; return true");

        page.awaited("const done = arguments[0]; setTimeout(() => done([]), 100)");
        assertThat(page.ask("return document.body.innerText").toString())
                .containsPattern("Filtered by \u201cno such cell\u201d: 0 of \\d+ cells");
    }

    @Test
    void paperIsWhiteForReadersInTheDarkToo(Browser browser, Specimens specimens) {
        Page page = browser.open(
                specimens.page("every-state"), View.at(WIDTH).byNight().onPaper());

        assertThat(page.ask("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(page.ask("return getComputedStyle(document.body).color")).isEqualTo("rgb(0, 0, 0)");
        assertThat(page.texts(Script.named("contrast"))).isEmpty();
    }
}
