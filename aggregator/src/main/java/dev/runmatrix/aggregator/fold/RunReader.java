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

    private final RunInput input;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private int namespace;
    private int node;
    private int labels;

    RunReader(SpilledRun run, int bufferBytes) {
        input = new RunInput(run, bufferBytes, MOST_GROUP_BYTES);
    }

    @Override
    public boolean advance() throws IOException {
        buffer = input.next();
        if (!buffer.hasRemaining()) {
            return false;
        }
        namespace = buffer.getInt();
        node = buffer.getInt();
        labels = buffer.getInt();
        return true;
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
