// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import dev.runmatrix.aggregator.summary.DaySummary;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A way to write a summary. Parts are cut into pieces, which several threads encode at once and one appends in order, so
 * that the same rows give the same bytes however many threads there are.
 */
public interface SummaryFormat {

    /** How many rows make a part, at least; all of a part may be in memory in its final form. */
    int partRows();

    /** Writes what comes before the rows. */
    void begin(OutputStream out) throws IOException;

    /** Cuts consecutive rows, each item of one day, into pieces; to be called in the order of the rows. */
    List<Piece> cut(List<DaySummary> days);

    /** Writes what comes after the rows. */
    void end(OutputStream out) throws IOException;

    /** Some columns or rows that are encoded together. */
    @FunctionalInterface
    interface Piece {

        /** Encodes the piece; any thread may do so. */
        EncodedPiece encode() throws IOException;
    }

    /** A piece in its final form. */
    @FunctionalInterface
    interface EncodedPiece {

        /** Appends the piece; to be called in the order of the pieces, by one thread. */
        void appendTo(OutputStream out) throws IOException;
    }
}
