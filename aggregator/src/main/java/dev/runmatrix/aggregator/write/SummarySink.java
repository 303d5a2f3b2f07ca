// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Where an encoded summary goes: all of it appears with {@link #commit}, or nothing does. For one thread. */
public interface SummarySink extends Closeable {

    /** Where the content goes; the same stream each time, not to be closed. */
    OutputStream stream() throws IOException;

    /**
     * Notes that the summary tells about a day, be it that the day has no row.
     *
     * @param epochDay the day, counted from 1970-01-01
     */
    void cover(int epochDay);

    /** Makes what was written appear. */
    void commit() throws IOException;

    /** Forgets what was written unless it was committed. */
    @Override
    void close() throws IOException;
}
