// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A stream that keeps its beginning and its end, so that a fork that prints without end cannot fill anything. */
final class KeptText extends OutputStream {

    private final int half;
    private final ByteArrayOutputStream head = new ByteArrayOutputStream();
    private final byte[] tail;
    private long tailBytes;

    /** Keeps at most twice this many bytes. */
    KeptText(int half) {
        this.half = half;
        this.tail = new byte[half];
    }

    @Override
    public synchronized void write(int b) {
        if (head.size() < half) {
            head.write(b);
        } else {
            tail[(int) (tailBytes++ % half)] = (byte) b;
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    /** What was kept, with a line that says how much is missing. */
    synchronized String text() {
        String beginning = head.toString(StandardCharsets.UTF_8);
        if (tailBytes <= half) {
            return beginning + new String(tail, 0, (int) tailBytes, StandardCharsets.UTF_8);
        }
        int oldest = (int) (tailBytes % half);
        byte[] end = new byte[half];
        System.arraycopy(tail, oldest, end, 0, half - oldest);
        System.arraycopy(tail, 0, end, half - oldest, oldest);
        return beginning + "\n… " + (tailBytes - half) + " bytes left out …\n"
                + new String(end, StandardCharsets.UTF_8);
    }
}
