// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static dev.runmatrix.reports.browser.Reading.ALL;
import static dev.runmatrix.reports.browser.Reading.SHOWN;
import static dev.runmatrix.reports.browser.Reading.address;
import static dev.runmatrix.reports.browser.Reading.choose;
import static dev.runmatrix.reports.browser.Reading.open;
import static dev.runmatrix.reports.browser.Reading.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What can be asked of the table of all cells. */
@BrowserTest
class TableIT {

    private static final String RATIOS =
            "return [...document.querySelectorAll('#cells td.ratio')].map(cell => cell.outerHTML)";

    @Test
    void wordsAndValuesNarrowTheTableAndWhatFollowsIt(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        long all = page.number("return document.querySelectorAll('#cells tr[data-cell]').length");

        page.element("#filter").sendKeys("streaming workers:2");

        List<String> shown = page.texts(SHOWN);
        assertThat(shown).isNotEmpty();
        assertThat(page.texts("return [...document.querySelectorAll('#cells tr[data-cell]:not([hidden])')]"
                        + ".map(row => [...row.querySelectorAll('td.opt')].map(cell => cell.dataset.v).join())"))
                .allMatch(axes -> axes.startsWith("streaming,true,2,"));
        assertThat(textOf(page, "#count")).isEqualTo(shown.size() + " of " + all + " cells");
        assertThat(page.texts("return [...document.querySelectorAll('.tlc:not([hidden])')].map(p => p.dataset.cell)"))
                .isNotEmpty()
                .allMatch(shown::contains);
        assertThat(page.texts("return [...document.querySelectorAll('#tradeoff .c-plot g[data-cell]:not(.off)')]"
                        + ".map(mark => mark.dataset.cell)"))
                .isNotEmpty()
                .allMatch(shown::contains);
        assertThat(page.texts("return [...document.querySelectorAll('#options tr[hidden], #findings [hidden]')]"))
                .isEmpty();
    }

    @Test
    void escapeAndTheButtonsClearTheFilter(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        int all = page.texts(SHOWN).size();

        page.element("#filter").sendKeys("memory");
        assertThat(page.texts(SHOWN)).hasSizeBetween(1, all - 1);
        page.element("#filter").sendKeys(Keys.ESCAPE);
        assertThat(page.texts(SHOWN)).hasSize(all);

        page.element("#filter").sendKeys("no such cell");
        assertThat(page.texts(SHOWN)).isEmpty();
        page.element("#clear").click();
        assertThat(page.texts(SHOWN)).hasSize(all);
        assertThat(textOf(page, "#count")).isEqualTo(all + " cells");

        page.element("#filter").sendKeys("memory");
        page.element("#found").click();
        assertThat(page.texts(SHOWN)).hasSize(all);
    }

    @Test
    void aValueFromTheListTakesThePlaceOfAnotherOfItsAxis(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");

        for (String value : List.of("max_workers:4", "mode:streaming", "max_workers:2")) {
            choose(page, "#values", value);
        }

        assertThat(page.element("#filter").getDomProperty("value")).isEqualTo("mode:streaming max_workers:2");
        assertThat(page.texts(SHOWN)).hasSize(1);
    }

    @Test
    void cellsWithoutAResultAreFoundByTheirState(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "troubled");

        page.element("#filter").sendKeys("out of memory");

        assertThat(page.texts(SHOWN)).hasSize(1);
        assertThat(textOf(page, "#cells tr[data-cell]:not([hidden])")).contains("OUT OF MEMORY");
    }

    @Test
    void sortingIsSaidKeptInTheAddressAndTakenBack(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "troubled");
        List<String> first = page.texts(ALL);
        String keys = "return [...document.querySelectorAll('#cells tr[data-cell]')].map(row => row.querySelector('"
                + "td:nth-last-child(4)').dataset.v)";

        page.element("th[data-key=rss] button").click();
        List<String> rising = page.texts(keys);
        assertThat(page.element("th[data-key=rss]").getDomAttribute("aria-sort"))
                .isEqualTo("ascending");
        assertThat(rising.stream().filter(key -> !key.isEmpty()).mapToLong(Long::parseLong))
                .isSorted();
        assertThat(address(page)).isEqualTo("#sort=rss");

        page.element("th[data-key=rss] button").click();
        assertThat(page.element("th[data-key=rss]").getDomAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(page.texts(ALL)).isNotEqualTo(first);

        page.element("th[data-key=rss] button").click();
        assertThat(page.texts(ALL)).isEqualTo(first);
        assertThat(page.elements("th[aria-sort]")).isEmpty();
        assertThat(address(page)).isEmpty();
    }

    @Test
    void rowsWithoutAValueStayLastAndEqualRowsInTheirOrder(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "troubled");
        String empty =
                "return [...document.querySelectorAll('#cells tr[data-cell]')].map(row => row.dataset.wall ? 'x' : '')";

        page.element("th[data-key=wall] button").click();
        String up = String.join("", page.texts(empty)) + "|" + page.texts(empty).lastIndexOf("x");
        page.element("th[data-key=wall] button").click();
        String down =
                String.join("", page.texts(empty)) + "|" + page.texts(empty).lastIndexOf("x");
        assertThat(down).isEqualTo(up);

        Page equal = open(browser, specimens, "all-clean");
        List<String> first = equal.texts(ALL);
        equal.element("th[data-key=clean] button").click();
        assertThat(equal.texts(ALL)).isEqualTo(first);
        equal.element("th[data-key=clean] button").click();
        assertThat(equal.texts(ALL)).isEqualTo(first);
    }

    @Test
    void anotherReferenceGivesRatiosWithoutIntervalsAndTheFirstGivesAllBack(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        List<String> before = page.texts(RATIOS);
        String given = String.valueOf(page.ask("return document.getElementById('ref').value"));
        String chosen = page.texts(ALL).get(1);

        choose(page, "#ref", chosen);

        assertThat(textOf(page, "#" + chosen + " td.ratio")).isEqualTo("reference");
        assertThat(
                        page.texts(
                                "return [...document.querySelectorAll('#cells .ratio')].filter(c => c.innerText.includes('['))"))
                .isEmpty();
        assertThat(textOf(page, "#refnote")).contains(chosen, "no intervals", given);
        assertThat(textOf(page, "th[data-key=ratio]")).contains(chosen);
        assertThat(textOf(page, "#matrix .lead")).contains("Ratios against " + chosen);
        assertThat(page.texts(
                        "const wall = id => Number(document.getElementById(id).dataset.wall);"
                                + "return [...document.querySelectorAll('#cells tr[data-wall]')].filter(row => Math.abs("
                                + " Number(row.querySelector('.ratio').dataset.v) - wall(row.id) / wall(arguments[0])) > 1e-12)",
                        chosen))
                .isEmpty();

        page.element("#refback").click();
        assertThat(page.texts(RATIOS)).isEqualTo(before);
        assertThat(page.element("#refnote").isDisplayed()).isFalse();
        assertThat(address(page)).isEmpty();
    }

    @Test
    void theCopiedTableHasTheRowsShownInEqualColumnsAndNoFormula(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "troubled");
        page.ask("Object.defineProperty(navigator, 'clipboard', { value:"
                + " { writeText: async text => { window.copied = text; } } });"
                + "document.querySelector('#cells td.opt').textContent = '=1+1'; return true");
        page.element("#filter").sendKeys("streaming");

        page.element("[data-of=cells]").click();

        List<String> lines =
                String.valueOf(page.ask("return window.copied")).lines().toList();
        assertThat(lines).hasSize(1 + page.texts(SHOWN).size());
        assertThat(lines.stream().map(line -> line.split("\t", -1).length).distinct())
                .hasSize(1);
        assertThat(lines.get(1)).contains("\t'=1+1\t");
    }
}
