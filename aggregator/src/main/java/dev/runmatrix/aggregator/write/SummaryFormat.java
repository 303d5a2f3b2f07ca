// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import dev.runmatrix.aggregator.summary.DaySummary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A way to write a summary. Parts are encoded by several threads at once and then appended in order, so that the same
 * rows give the same bytes however many threads there are.
 */
public interface SummaryFormat {

    /** Writes what comes before the rows. */
    void begin(OutputStream out) throws IOException;

    /** Encodes consecutive days. Thread-safe. */
    EncodedPart encode(List<DaySummary> days) throws IOException;

    /** Writes what comes after the rows. */
    void end(OutputStream out) throws IOException;

    /** Rows in their final form. */
    @FunctionalInterface
    interface EncodedPart {

        /** Appends the rows; to be called in the order of the days, by one thread. */
        void appendTo(OutputStream out) throws IOException;
    }
}
