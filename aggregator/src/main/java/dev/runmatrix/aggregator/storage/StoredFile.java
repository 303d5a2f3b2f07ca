// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.storage;

import java.io.IOException;
import java.util.List;

/** A file that was found. Threads may share it; each opens it for itself. */
public interface StoredFile {

    Location location();

    OpenFile open() throws IOException;

    /** Whether each access takes so long that it is worth its while to ask ahead and for much at a time. */
    boolean isFar();

    /** That some thread will soon expect these ranges together. Returns at once, and may do nothing. */
    void expect(List<ByteRange> ranges);

    /** That some thread will soon expect the last so many bytes. Returns at once, and may do nothing. */
    void expectEnd(long bytes);
}
