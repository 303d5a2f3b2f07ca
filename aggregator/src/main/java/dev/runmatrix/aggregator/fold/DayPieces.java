// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.fold;

import dev.runmatrix.aggregator.summary.DaySummary;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The finished rows of one day in pieces of consecutive rows, made as they are asked for. How a day is cut depends on its
 * rows alone. Belongs to one thread at a time.
 */
public final class DayPieces {

    /** Rows of each piece but the last of a day. */
    public static final int PIECE_ROWS = 1 << 14;

    private final int day;
    private final Source source;
    private final long mostRows;
    private final Deque<DaySummary> made = new ArrayDeque<>();
    private boolean ended;

    /**
     * @param day the day
     * @param source makes the pieces
     * @param mostRows how many rows there can be, at most
     */
    DayPieces(int day, Source source, long mostRows) {
        this.day = day;
        this.source = source;
        this.mostRows = mostRows;
    }

    /** Makes pieces. */
    @FunctionalInterface
    interface Source {

        /** The next piece, of {@link #PIECE_ROWS} rows or, if it is the last, of less; none at the end. */
        Optional<DaySummary> next() throws IOException;
    }

    /** The day, counted from 1970-01-01. */
    public int epochDay() {
        return day;
    }

    /** The next piece; none at the end. */
    public Optional<DaySummary> next() throws IOException {
        return made.isEmpty() ? make() : Optional.of(made.remove());
    }

    /** All pieces that are left. */
    public List<DaySummary> all() throws IOException {
        List<DaySummary> all = new ArrayList<>();
        for (Optional<DaySummary> piece = next(); piece.isPresent(); piece = next()) {
            all.add(piece.get());
        }
        return all;
    }

    /** Makes what is a single piece at once, by the thread that calls. */
    public DayPieces prepared() throws IOException {
        if (mostRows <= PIECE_ROWS) {
            make().ifPresent(made::add);
        }
        return this;
    }

    private Optional<DaySummary> make() throws IOException {
        Optional<DaySummary> piece = ended ? Optional.empty() : source.next();
        ended = piece.isEmpty();
        return piece;
    }
}
