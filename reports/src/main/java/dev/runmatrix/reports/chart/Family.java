// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** What kind of configuration a mark stands for; decides its colour and its shape. */
public enum Family {
    /** A circle in the streaming colour. */
    STREAMING("c-st", "streaming"),
    /** A square in the in-memory colour. */
    IN_MEMORY("c-im", "in\u2011memory"),
    /** A diamond in a third colour, for cells without a mode. */
    OTHER("c-ot", "other");

    private final String cssClass;
    private final String words;

    Family(String cssClass, String words) {
        this.cssClass = cssClass;
        this.words = words;
    }

    String cssClass() {
        return cssClass;
    }

    String words() {
        return words;
    }
}
