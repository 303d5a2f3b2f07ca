// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Gives up on a row that does not end: one quote too few would otherwise take the rest of a file of any size into memory.
 * It also passes over the mark that some programs put before a text.
 */
final class LimitedReader extends FilterReader {

    private static final int MOST_CHARACTERS = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private long sinceRow;
    private boolean begun;

    LimitedReader(Reader in) {
        super(in);
    }

    /** A row that is too long. */
    static final class RowTooLong extends IOException {

        private static final long serialVersionUID = 1;

        RowTooLong() {
            super("a row of more than " + MOST_CHARACTERS + " characters; is a quote missing?");
        }
    }

    /** A row has ended. */
    void rowRead() {
        sinceRow = 0;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, length);
        if (!begun && count > 0) {
            begun = true;
            if (buffer[offset] == BYTE_ORDER_MARK) {
                System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
                return count == 1 ? read(buffer, offset, length) : count - 1;
            }
        }
        sinceRow += Math.max(count, 0);
        if (sinceRow > MOST_CHARACTERS) {
            throw new RowTooLong();
        }
        return count;
    }
}
