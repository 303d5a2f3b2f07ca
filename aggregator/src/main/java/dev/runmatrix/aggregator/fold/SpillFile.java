// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** A temporary file of sorted runs. One thread writes runs, one after the other; any thread reads what is written. */
final class SpillFile {

    private static final int BUFFER_BYTES = 1 << 16;

    private final FileChannel channel;
    private final SpillFiles files;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_BYTES);
    private long end;
    private long begin;

    SpillFile(FileChannel channel, SpillFiles files) {
        this.channel = channel;
        this.files = files;
    }

    /** Appends groups to the run that is being written. */
    void append(SortedGroups groups) throws IOException {
        for (int row = 0; row < groups.rows(); row++) {
            flushUnlessRoom(RunReader.MOST_GROUP_BYTES);
            int group = groups.places()[row];
            buffer.putInt(groups.namespaces()[group]);
            buffer.putInt(groups.nodes()[group]);
            buffer.putInt(groups.labels()[group]);
            groups.values().write(group, buffer);
        }
    }

    /** Appends capacities to the run that is being written. */
    void append(IntervalCapacities capacities) throws IOException {
        for (int entry = 0; entry < capacities.size(); entry++) {
            flushUnlessRoom(IntervalCapacities.ENTRY_BYTES);
            capacities.write(entry, buffer);
        }
    }

    private void flushUnlessRoom(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    /** Ends the run that is being written; it can be read after a {@link #flush}. */
    SpilledRun endRun() {
        long position = end + buffer.position();
        SpilledRun run = new SpilledRun(this, begin, position - begin);
        begin = position;
        files.count(run.bytes());
        return run;
    }

    /** Makes all that was appended readable. */
    void flush() throws IOException {
        buffer.flip();
        try {
            while (buffer.hasRemaining()) {
                end += channel.write(buffer, end);
            }
        } catch (IOException e) {
            throw files.failure(e);
        }
        buffer.clear();
    }

    /** Fills a buffer from a position on. */
    void read(ByteBuffer into, long position) throws IOException {
        long at = position;
        try {
            while (into.hasRemaining()) {
                int count = channel.read(into, at);
                if (count < 0) {
                    throw new EOFException("the file has been cut");
                }
                at += count;
            }
        } catch (IOException e) {
            throw files.failure(e);
        }
    }
}
