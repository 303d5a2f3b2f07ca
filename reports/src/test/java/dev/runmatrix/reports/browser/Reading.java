// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import org.openqa.selenium.interactions.Actions;

/** What a reader does in a page, and what is then to be seen there. */
final class Reading {

    /** A script for the cells that have a row in the table of all cells, from top to bottom. */
    static final String ALL = "return [...document.querySelectorAll('#cells tr[data-cell]')].map(row => row.id)";

    /** The same for those that no filter hides. */
    static final String SHOWN =
            "return [...document.querySelectorAll('#cells tr[data-cell]:not([hidden])')].map(row => row.id)";

    private Reading() {}

    /** The report of one run in a wide window. */
    static Page open(Browser browser, Specimens specimens, String run) {
        return browser.open(specimens.run(run).html(), View.at(1280));
    }

    static String textOf(Page page, String selector) {
        return page.element(selector).getText();
    }

    /** What is said to those who do not see, with plain spaces. */
    static String said(Page page) {
        return String.valueOf(page.ask("return document.getElementById('said').textContent"))
                .replace('\u00a0', ' ');
    }

    /** The part of the address from its hash on; empty where it has none. */
    static String address(Page page) {
        String url = String.valueOf(page.driver().getCurrentUrl());
        return url.contains("#") ? url.substring(url.indexOf('#')) : "";
    }

    static void press(Page page, CharSequence... keys) {
        for (CharSequence key : keys) {
            new Actions(page.driver()).sendKeys(key).perform();
        }
    }

    static void choose(Page page, String select, String value) {
        page.element(select + " option[value='" + value + "']").click();
    }

    /** Returns when the address holds the part. */
    static void waitForAddress(Page page, String part) {
        page.ask(
                "return new Promise(done => { const look = () => location.hash.includes(arguments[0])"
                        + " ? done(true) : requestAnimationFrame(look); look(); })",
                part);
    }
}
