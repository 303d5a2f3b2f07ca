// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import java.io.IOException;
import java.io.Writer;

/** Text that must not get longer than a limit, and is not written on when it does. */
final class ShortText extends Writer {

    private final StringBuilder text = new StringBuilder();
    private final int longest;

    /** @param longest most characters */
    ShortText(int longest) {
        this.longest = longest;
    }

    /** The limit is passed. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        text.append(characters, from, length);
        if (text.length() > longest) {
            throw new TooLongException();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
