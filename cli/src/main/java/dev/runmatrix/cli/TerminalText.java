// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Shows control characters instead of obeying them: what is printed comes in part from files and arguments, and none of
 * these shall move the cursor, rename the window or turn the direction of the text.
 */
final class TerminalText extends FilterWriter {

    TerminalText(Writer terminal) {
        super(terminal);
    }

    @Override
    public void write(int character) throws IOException {
        char c = (char) character;
        if (isObeyed(c)) {
            out.write(String.format("\\u%04x", (int) c));
        } else {
            out.write(c);
        }
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        write(new String(characters, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            write(text.charAt(i));
        }
    }

    private static boolean isObeyed(char c) {
        boolean layout = c == '\n' || c == '\r' || c == '\t';
        boolean direction = (c >= '\u202a' && c <= '\u202e') || (c >= '\u2066' && c <= '\u2069');
        return direction || (Character.isISOControl(c) && !layout);
    }
}
