// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static dev.runmatrix.reports.browser.Reading.ALL;
import static dev.runmatrix.reports.browser.Reading.address;
import static dev.runmatrix.reports.browser.Reading.open;
import static dev.runmatrix.reports.browser.Reading.press;
import static dev.runmatrix.reports.browser.Reading.said;
import static dev.runmatrix.reports.browser.Reading.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** What a page does under a pointer and under keys. */
@BrowserTest
class PointerAndKeysIT {

    private static final String FOCUSED = "return document.activeElement";

    @Test
    void aHeldCellStandsOutEverywhereUntilItIsLetGo(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        String held = "return [...document.querySelectorAll('.pin')].map(node => node.dataset.cell)";
        String cell = page.texts(ALL).get(1);

        page.element("#" + cell + " td.ratio").click();
        assertThat(page.texts(held)).hasSizeGreaterThan(5).containsOnly(cell);
        assertThat(address(page)).isEqualTo("#cell=" + cell);
        assertThat(textOf(page, "#held")).contains(cell);

        press(page, Keys.ESCAPE);
        press(page, Keys.ESCAPE);
        assertThat(page.texts(held)).isEmpty();

        page.element("#" + cell + " td.ratio").click();
        page.element("#" + cell + " td.ratio").click();
        assertThat(page.texts(held)).isEmpty();
    }

    @Test
    void theCellUnderThePointerStandsOut(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        String cell = page.texts(ALL).get(2);

        new Actions(page.driver())
                .moveToElement(page.element("#" + cell + " td.ratio"))
                .perform();

        assertThat(page.texts("return [...document.querySelectorAll('.hl')].map(node => node.dataset.cell)"))
                .hasSizeGreaterThan(5)
                .containsOnly(cell);
    }

    @Test
    void aMarkTellsItsNumbersUnderThePointerInsideTheWindow(Browser browser, Specimens specimens) {
        for (int width : new int[] {390, 1280}) {
            Page page = browser.open(specimens.run("all-clean").html(), View.at(width));
            for (String cell : page.texts(ALL)) {
                String mark = (width < 700 ? ".narrow" : ".wide") + " .c-plot g[data-cell=" + cell + "] .c-pt";
                if (page.elements("#tradeoff " + mark).isEmpty()) {
                    continue;
                }
                new Actions(page.driver())
                        .moveToElement(page.element("#tradeoff " + mark))
                        .perform();

                assertThat(textOf(page, "#tip")).contains("\n").contains(" s").contains("core");
                assertThat(
                                page.ask(
                                        "const b = document.getElementById('tip').getBoundingClientRect();"
                                                + "return b.left >= 0 && b.top >= 0 && b.right <= innerWidth && b.bottom <= innerHeight"))
                        .as(cell + " at " + width)
                        .isEqualTo(true);
            }
            press(page, Keys.ESCAPE);
            assertThat(page.element("#tip").isDisplayed()).isFalse();
            assertThat(page.refused()).isEmpty();
        }
    }

    @Test
    void everyDrawingOfARowTellsWhatItsRowSays(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        String cell = page.texts(ALL).get(1);

        for (WebElement drawing : page.elements("#" + cell + " .c-mini")) {
            new Actions(page.driver()).moveToElement(drawing).perform();

            assertThat(textOf(page, "#tip")).startsWith(cell).contains(" s").contains("core");
            press(page, Keys.ESCAPE);
        }
    }

    @Test
    void arrowsGoFromMarkToMarkAndEnterHoldsACell(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        page.ask("document.querySelector('#tradeoff .wide svg').focus();" + FOCUSED);

        press(page, Keys.ARROW_RIGHT);
        String one = textOf(page, "#tip");
        assertThat(said(page).replace("; ", "\n")).isEqualTo(one);
        press(page, Keys.ARROW_RIGHT);
        assertThat(textOf(page, "#tip")).isNotEqualTo(one);
        press(page, Keys.ARROW_LEFT);
        assertThat(textOf(page, "#tip")).isEqualTo(one);

        press(page, Keys.ENTER);
        assertThat(address(page)).isEqualTo("#cell=" + one.substring(0, one.indexOf(' ')));
        press(page, Keys.ESCAPE);
        assertThat(page.element("#tip").isDisplayed()).isFalse();
        press(page, Keys.ESCAPE);
        assertThat(address(page)).isEmpty();
    }

    @Test
    void rowsAreWalkedByArrowsAndSaid(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "troubled");
        page.ask("document.querySelector('#cells').parentNode.focus();" + FOCUSED);
        List<String> cells = page.texts(ALL);

        press(page, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
        assertThat(page.texts("return [...document.querySelectorAll('.cur')].map(node => node.id)"))
                .containsExactly(cells.get(1));
        press(page, Keys.END);
        assertThat(page.texts("return [...document.querySelectorAll('.cur')].map(node => node.id)"))
                .containsExactly(cells.get(cells.size() - 1));
        assertThat(said(page)).contains(cells.get(cells.size() - 1));
    }

    @Test
    void stopsOfTheTabKeyAreFewAndInTheOrderOfReading(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "sixty");
        String where = "const node = document.activeElement;"
                + " return node === document.body ? -1 : [...document.querySelectorAll('*')].indexOf(node)";
        press(page, Keys.TAB);
        assertThat(page.ask("return document.activeElement.className")).isEqualTo("skip");

        int stops = 0;
        long before = -1;
        for (long at = page.number(where); at >= 0 && stops < 400; at = page.number(where)) {
            assertThat(at).as("in the order of reading").isGreaterThan(before);
            before = at;
            press(page, Keys.TAB);
            stops++;
        }
        assertThat(stops).isBetween(30, 200);
    }

    @Test
    void copyingSaysSoAndSelectsTheTextWhereItIsRefused(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        page.ask("Object.defineProperty(navigator, 'clipboard', { configurable: true, value:"
                + " { writeText: async text => { window.copied = text; } } }); return true");

        page.element("#copy").click();
        assertThat(textOf(page, "#copy")).isEqualTo("Copied");
        assertThat(said(page)).isEqualTo("Copied");
        assertThat(String.valueOf(page.ask("return window.copied"))).contains("parallel_chunks: true");
        page.element("[data-of=repeat]").click();
        assertThat(page.ask("return window.copied")).isEqualTo(textOf(page, "#repeat"));

        page.ask("Object.defineProperty(navigator, 'clipboard', { value: undefined }); return true");
        page.element("[data-of=render]").click();
        assertThat(page.ask("return getSelection().toString().trim()")).isEqualTo(textOf(page, "#render"));
        assertThat(textOf(page, "[data-of=render]")).isEqualTo("Selected");
    }

    @Test
    void theThemeGoesRoundAndColoursFollow(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        String ground = "return getComputedStyle(document.body).backgroundColor";
        Object light = page.ask(ground);

        page.element("#theme").click();
        assertThat(textOf(page, "#theme")).isEqualTo("Theme: light");
        assertThat(page.ask(ground)).isEqualTo(light);
        page.element("#theme").click();
        assertThat(textOf(page, "#theme")).isEqualTo("Theme: dark");
        assertThat(page.ask(ground)).isNotEqualTo(light);
        page.element("#theme").click();
        assertThat(textOf(page, "#theme")).isEqualTo("Theme: auto");
        assertThat(page.ask(ground)).isEqualTo(light);
    }

    @Test
    void withoutScriptNothingIsHiddenAndNoDeadControlShows(Browser browser, Specimens specimens) {
        Page page =
                browser.open(specimens.run("all-clean").html(), View.at(1280).withoutScript());

        assertThat(page.elements(".js-only")).isNotEmpty().noneMatch(node -> node.isDisplayed());
        assertThat(page.elements("#cells tr[data-cell]")).isNotEmpty().allMatch(node -> node.isDisplayed());
        page.element("#tradeoff .lead .cl").click();
        assertThat(address(page)).startsWith("#C");
    }

    @Test
    void everyPageStaysQuietWhileAllIsTried(Browser browser, Specimens specimens) {
        for (Specimen specimen : specimens.runs()) {
            Page page = browser.open(specimen.html(), View.at(1280));
            page.ask("document.querySelectorAll('#cells thead button').forEach(button => button.click());"
                    + "[...document.querySelectorAll('#ref option')].slice(0, 20).forEach(option => { const ref = option.parentNode;"
                    + " ref.value = option.value; ref.dispatchEvent(new Event('change')); });"
                    + "for (const text of ['a', 'mode:streaming', '\"', ':', 'x:,', '(['])"
                    + " { const box = document.getElementById('filter'); box.value = text; box.dispatchEvent(new Event('input')); }"
                    + "document.getElementById('clear').click();"
                    + "document.querySelectorAll('[data-cell]').forEach(node =>"
                    + " node.dispatchEvent(new PointerEvent('pointerover', { bubbles: true })));"
                    + "[...document.querySelectorAll('td, g')].slice(-20).forEach(node =>"
                    + " node.dispatchEvent(new MouseEvent('click', { bubbles: true }))); return true");

            assertThat(page.messages()).as(specimen.name()).isEmpty();
            assertThat(page.refused()).as(specimen.name()).isEmpty();
        }
    }
}
