// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Explains shapes that cannot be labelled one by one; flows over as many lines as it needs. */
final class Legend {
    private static final double LINE = 19;
    private static final double FONT_SIZE = 12;
    private static final double SYMBOL = 17;
    private static final double GAP = 16;

    private final List<Entry> entries = new ArrayList<>();

    /** Draws a symbol around a coordinate. */
    interface Symbol {
        void draw(Svg svg, double x, double y);
    }

    private record Entry(String text, Symbol symbol) {
        double width() {
            return SYMBOL + TextWidth.of(text, FONT_SIZE) + GAP;
        }
    }

    Legend with(boolean needed, String text, Symbol symbol) {
        if (needed) {
            entries.add(new Entry(text, symbol));
        }
        return this;
    }

    /** Draws the entries from the top left corner and returns the height they took. */
    double draw(Svg svg, double width) {
        double x = 0;
        double y = 0;
        for (Entry entry : entries) {
            if (x > 0 && x + entry.width() - GAP > width) {
                x = 0;
                y += LINE;
            }
            entry.symbol().draw(svg, x + 7, y + 9);
            svg.text(x + SYMBOL, y + 13, Anchor.START, entry.text(), "c-tick");
            x += entry.width();
        }
        return entries.isEmpty() ? 0 : y + LINE;
    }
}
