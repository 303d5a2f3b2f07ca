// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/** A finished SVG element. Only this package makes one, with every text escaped, so a page may insert it as it is. */
public final class Drawing {
    private final String markup;

    Drawing(String markup) {
        this.markup = markup;
    }

    /** The {@code svg} element, well-formed XML on one line. */
    public String markup() {
        return markup;
    }

    @Override
    public String toString() {
        return markup;
    }
}
