// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a run from its beginning to its end, through a buffer that is not allocated before it is needed. */
final class RunInput {

    private final SpilledRun run;
    private final int bufferBytes;
    private final int itemBytes;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long taken;

    /**
     * @param run what to read
     * @param bufferBytes size of the buffer, if an item fits
     * @param itemBytes largest length of an item
     */
    RunInput(SpilledRun run, int bufferBytes, int itemBytes) {
        this.run = run;
        this.bufferBytes = Math.max(bufferBytes, itemBytes);
        this.itemBytes = itemBytes;
    }

    /** Where the next item begins; nothing is left in it at the end. */
    ByteBuffer next() throws IOException {
        if (buffer.remaining() < itemBytes && taken < run.bytes()) {
            fill();
        }
        return buffer;
    }

    private void fill() throws IOException {
        if (taken == 0) {
            buffer = ByteBuffer.allocate((int) Math.min(bufferBytes, run.bytes()));
        } else {
            buffer.compact();
        }
        buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + run.bytes() - taken));
        int count = buffer.remaining();
        run.file().read(buffer, run.position() + taken);
        taken += count;
        buffer.flip();
    }
}
