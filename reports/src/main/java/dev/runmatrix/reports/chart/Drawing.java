// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.regex.Pattern;

/** A finished SVG element. Only this package makes one, with every text escaped, so a page may insert it as it is. */
public final class Drawing {
    private static final Pattern TIP = Pattern.compile("<title>[^<]*</title>");

    private final String markup;

    Drawing(String markup) {
        this.markup = markup;
    }

    /** The {@code svg} element, well-formed XML on one line. */
    public String markup() {
        return markup;
    }

    /** The same without the words of its marks. */
    Drawing withoutTips() {
        return new Drawing(TIP.matcher(markup).replaceAll(""));
    }

    @Override
    public String toString() {
        return markup;
    }
}
