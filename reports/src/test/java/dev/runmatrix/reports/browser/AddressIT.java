// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static dev.runmatrix.reports.browser.Reading.SHOWN;
import static dev.runmatrix.reports.browser.Reading.address;
import static dev.runmatrix.reports.browser.Reading.choose;
import static dev.runmatrix.reports.browser.Reading.open;
import static dev.runmatrix.reports.browser.Reading.textOf;
import static dev.runmatrix.reports.browser.Reading.waitForAddress;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.interactions.Actions;

/** What the address of a page says, and where links lead. */
@BrowserTest
class AddressIT {

    @Test
    void theAddressOfACellLeadsToItsRowThroughAFilter(Browser browser, Specimens specimens) {
        Path html = specimens.run("all-clean").html();
        Page page = browser.open(URI.create(html.toUri() + "#cell=C01&filter=streaming&sort=-rss"), View.at(1280));

        assertThat(page.texts(SHOWN)).contains("C01");
        assertThat(page.element("#C01").getDomAttribute("class")).contains("pin");
        assertThat(page.number("return document.getElementById('C01').getBoundingClientRect().top"))
                .isBetween(0L, 880L);
        assertThat(page.element("th[data-key=rss]").getDomAttribute("aria-sort"))
                .isEqualTo("descending");
        assertThat(textOf(page, "#count")).contains(" of ");
    }

    @Test
    void anAddressThatAsksForNothingKnownIsHarmless(Browser browser, Specimens specimens) {
        Path html = specimens.run("all-clean").html();
        for (String hash :
                List.of("#cell=C99&ref=C98&sort=-nothing&x=y", "#nowhere", "#cell=%25&sort=-", "#=", "#--")) {
            Page page = browser.open(URI.create(html.toUri() + hash), View.at(1280));

            assertThat(page.messages()).as(hash).isEmpty();
            assertThat(page.elements(".pin, th[aria-sort]")).as(hash).isEmpty();
            assertThat(page.element("#refnote").isDisplayed()).isFalse();
        }
    }

    @Test
    void mentionsLeadToTheRowAndGoingBackUndoesEachStep(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        page.element("th[data-key=rss] button").click();
        page.element("#filter").sendKeys("streaming");
        waitForAddress(page, "filter=streaming");

        page.element("#tradeoff .lead .cl").click();
        String cell = textOf(page, "#tradeoff .lead .cl");
        assertThat(address(page)).isEqualTo("#" + cell);
        assertThat(page.element("#" + cell).getDomAttribute("class")).contains("pin");
        assertThat(page.number("return document.getElementById(arguments[0]).getBoundingClientRect().top", cell))
                .isBetween(0L, 880L);

        page.driver().navigate().back();
        assertThat(page.elements(".pin")).isEmpty();
        assertThat(page.element("#filter").getDomProperty("value")).isEqualTo("streaming");
        page.driver().navigate().back();
        assertThat(page.element("#filter").getDomProperty("value")).isEmpty();
        assertThat(page.elements("th[aria-sort]")).hasSize(1);
        page.driver().navigate().back();
        assertThat(page.elements("th[aria-sort]")).isEmpty();
    }

    @Test
    void goingBackAndForthTakesOneFilterAtATime(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");
        String all = textOf(page, "#count");
        page.element("#filter").sendKeys("streaming");
        waitForAddress(page, "filter=streaming");
        String streaming = textOf(page, "#count");
        choose(page, "#values", "max_workers:2");
        assertThat(textOf(page, "#count")).isNotEqualTo(streaming);

        page.driver().navigate().back();
        assertThat(page.element("#filter").getDomProperty("value")).isEqualTo("streaming");
        assertThat(textOf(page, "#count")).isEqualTo(streaming);
        page.driver().navigate().back();
        assertThat(page.element("#filter").getDomProperty("value")).isEmpty();
        assertThat(textOf(page, "#count")).isEqualTo(all);
        assertThat(page.elements("#cells tr[data-cell][hidden]")).isEmpty();
        page.driver().navigate().forward();
        assertThat(textOf(page, "#count")).isEqualTo(streaming);
    }

    @Test
    void findingsAndHeadingsOfferTheirAddress(Browser browser, Specimens specimens) {
        Page page = open(browser, specimens, "all-clean");

        page.element("#F1 .self").click();
        assertThat(address(page)).isEqualTo("#F1");

        new Actions(page.driver()).moveToElement(page.element("#h-why")).perform();
        assertThat(page.element("#why .here").getCssValue("opacity")).isEqualTo("1");
        page.element("#why .here").click();
        assertThat(address(page)).isEqualTo("#why");
    }
}
