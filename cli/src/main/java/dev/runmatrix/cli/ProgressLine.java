// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.words.Legible;
import java.io.PrintStream;

/** One line of a terminal that is drawn again and again. */
final class ProgressLine {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final int WIDTH = 79;

    private final PrintStream out;
    private final boolean shown;

    /** @param shown whether somebody looks; else nothing but what is told is written */
    ProgressLine(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    void draw(String text) {
        if (shown) {
            String line = Legible.line(text);
            out.print(CLEAR_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
            out.flush();
        }
    }

    /** Writes a line that stays. */
    void tell(String sentence) {
        clear();
        out.println(Legible.line(sentence));
        out.flush();
    }

    void clear() {
        if (shown) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
