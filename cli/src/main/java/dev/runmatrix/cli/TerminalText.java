// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.words.Legible;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/**
 * Shows control characters instead of obeying them: what is printed comes in part from files and arguments, and none of
 * these shall move the cursor, rename the window, turn the direction of the text or command the server that builds.
 */
final class TerminalText extends FilterWriter {

    /** Takes no room and keeps Markdown from naming people; no terminal obeys it. */
    private static final char JOINER = '\u2060';

    /** What GitHub obeys in a build log, but for the annotations of this program. */
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^([ \\t]*)::(?!(?:error|warning|notice) title=run-matrix)|##(?=\\[)");

    private final Paint paint;

    TerminalText(Writer terminal, Paint paint) {
        super(terminal);
        this.paint = paint;
    }

    @Override
    public void write(int character) throws IOException {
        write(String.valueOf((char) character), 0, 1);
    }

    @Override
    public void write(char[] characters, int from, int length) throws IOException {
        write(new String(characters, from, length), 0, length);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        out.write(paint.applied(text.substring(from, from + length), TerminalText::shown));
    }

    private static String shown(String text) {
        String part = COMMAND.matcher(text)
                .replaceAll(command -> command.group().startsWith("##") ? "#\\\\u0023" : "$1\\\\u003a:");
        StringBuilder shown = new StringBuilder(part.length());
        part.codePoints().forEach(point -> append(point, shown));
        return shown.toString();
    }

    private static void append(int point, StringBuilder shown) {
        boolean layout = point == '\n' || point == '\t' || point == JOINER;
        if (layout || !Legible.isObeyed(point)) {
            shown.appendCodePoint(point);
        } else {
            for (char c : Character.toChars(point)) {
                shown.append(String.format("\\u%04x", (int) c));
            }
        }
    }
}
