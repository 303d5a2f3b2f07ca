// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import java.io.Writer;

/** What commands write to: a terminal or what stands for one, which obeys nothing but this program's colours. */
final class TerminalWriter extends PrintWriter {

    private final Paint paint;
    private boolean written;

    TerminalWriter(Writer terminal, Paint paint) {
        super(new TerminalText(terminal, paint), true);
        this.paint = paint;
    }

    Paint paint() {
        return paint;
    }

    /** Whether anything was written at all. */
    boolean isWritten() {
        return written;
    }

    @Override
    public void write(int character) {
        written = true;
        super.write(character);
    }

    @Override
    public void write(char[] characters, int from, int length) {
        written = true;
        super.write(characters, from, length);
    }

    @Override
    public void write(String text, int from, int length) {
        written = true;
        super.write(text, from, length);
    }
}
