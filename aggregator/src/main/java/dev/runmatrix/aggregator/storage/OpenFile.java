// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A file that one thread reads. */
public interface OpenFile extends Closeable {

    long sizeBytes() throws IOException;

    /**
     * Reads some bytes at a position, at least one.
     *
     * @return how many; -1 at the end of the file
     * @throws UnusableFileException if the file is gone, changed or denied
     */
    int read(ByteBuffer into, long position) throws IOException;

    /** What will be read next, of which some may be fetched ahead; takes the place of what was said before. */
    void expect(List<ByteRange> ranges);

    /** Of what is expected, these bytes will not be asked for again. */
    void passed(long start, long end);
}
