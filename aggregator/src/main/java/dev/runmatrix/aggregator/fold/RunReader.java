// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Passes over the groups of a run in a temporary file. */
final class RunReader implements GroupCursor {

    private static final int KEY_BYTES = 3 * Integer.BYTES;

    /** Length of a group none of whose sums is wide. */
    static final int LEAST_GROUP_BYTES = KEY_BYTES + GroupValues.LEAST_BYTES;

    /** Length of a group all of whose sums are wide; a buffer has room for one of these. */
    static final int MOST_GROUP_BYTES = KEY_BYTES + GroupValues.MOST_BYTES;

    private final GroupRun run;
    private final int bufferBytes;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long taken;
    private int namespace;
    private int node;
    private int labels;

    /** A reader that allocates no buffer before it begins. */
    RunReader(GroupRun run, int bufferBytes) {
        this.run = run;
        this.bufferBytes = Math.max(bufferBytes, MOST_GROUP_BYTES);
    }

    @Override
    public boolean advance() throws IOException {
        if (buffer.remaining() < MOST_GROUP_BYTES && taken < run.bytes()) {
            fill();
        }
        if (!buffer.hasRemaining()) {
            return false;
        }
        namespace = buffer.getInt();
        node = buffer.getInt();
        labels = buffer.getInt();
        return true;
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

    @Override
    public int namespace() {
        return namespace;
    }

    @Override
    public int node() {
        return node;
    }

    @Override
    public int labels() {
        return labels;
    }

    @Override
    public void addTo(GroupValues values, int group, ResourceOrder order) {
        values.add(group, buffer, order);
    }
}
