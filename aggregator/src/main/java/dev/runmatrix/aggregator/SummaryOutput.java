// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.fold.Summarizer;
import dev.runmatrix.aggregator.summary.DaySummary;
import dev.runmatrix.aggregator.write.SummaryFormat;
import dev.runmatrix.aggregator.write.SummaryFormat.EncodedPiece;
import dev.runmatrix.aggregator.write.SummarySink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Writes the summary of all days in order. Days are summarised and encoded by all threads; parts are cut by the number
 * of finished rows alone, which no schedule changes.
 */
final class SummaryOutput {

    private static final int PART_ROWS = 1 << 16;

    private final SummaryFormat format;
    private final Workers workers;
    private final SummarySink sink;
    private final List<DaySummary> pending = new ArrayList<>();
    private int pendingRows;
    private long rows;

    SummaryOutput(SummaryFormat format, Workers workers, SummarySink sink) {
        this.format = format;
        this.workers = workers;
        this.sink = sink;
    }

    /** Writes everything and returns the number of rows. */
    long write(Summarizer summarizer) throws BadInputException, IOException {
        format.begin(sink.stream());
        Iterator<Workers.Task<DaySummary>> days = summarizer.days().stream()
                .<Workers.Task<DaySummary>>map(day -> () -> summarizer.summarize(day))
                .iterator();
        workers.runInOrder(days, this::take);
        flush();
        format.end(sink.stream());
        return rows;
    }

    private void take(DaySummary day) throws BadInputException, IOException {
        sink.cover(day.epochDay());
        pending.add(day);
        pendingRows += day.rows();
        rows += day.rows();
        if (pendingRows >= PART_ROWS) {
            flush();
        }
    }

    private void flush() throws BadInputException, IOException {
        if (pendingRows > 0) {
            Iterator<Workers.Task<EncodedPiece>> pieces = format.cut(List.copyOf(pending)).stream()
                    .<Workers.Task<EncodedPiece>>map(piece -> piece::encode)
                    .iterator();
            workers.runInOrder(pieces, piece -> piece.appendTo(sink.stream()));
        }
        pending.clear();
        pendingRows = 0;
    }
}
