// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

/**
 * How a page is looked at.
 *
 * @param width of the window in CSS pixels
 * @param dark whether the reader's system is dark
 * @param scripted whether scripts run
 * @param printed whether rules for paper apply
 */
public record View(int width, boolean dark, boolean scripted, boolean printed) {

    /** By day, on a screen, with scripts. */
    public static View at(int width) {
        return new View(width, false, true, false);
    }

    public View byNight() {
        return new View(width, true, scripted, printed);
    }

    public View withoutScript() {
        return new View(width, dark, false, printed);
    }

    public View onPaper() {
        return new View(width, dark, scripted, true);
    }

    @Override
    public String toString() {
        return width + " px" + (dark ? ", dark" : "") + (scripted ? "" : ", no script") + (printed ? ", paper" : "");
    }
}
