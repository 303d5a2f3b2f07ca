// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.fault.MisleadingStatisticsException;
import dev.runmatrix.aggregator.fold.PodFold;
import dev.runmatrix.aggregator.fold.Summarizer;
import dev.runmatrix.aggregator.plan.MorselQueue;
import dev.runmatrix.aggregator.plan.OpenDays;
import dev.runmatrix.aggregator.read.ParquetFile;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Folds batches of pod rows, and summarises and writes each day as soon as its last row is folded. A day that is
 * complete before an earlier one is summarised only if its rows can wait in memory; else it stays as it is until it is
 * its turn.
 */
final class DailyClose {

    private final List<ParquetFile> files;
    private final OpenDays openDays;
    private final Summarizer summarizer;
    private final SummaryOutput output;
    private final MorselQueue queue;
    private final NavigableSet<Integer> complete = new TreeSet<>();

    DailyClose(
            List<ParquetFile> files,
            OpenDays openDays,
            Summarizer summarizer,
            SummaryOutput output,
            MorselQueue queue) {
        this.files = List.copyOf(files);
        this.openDays = openDays;
        this.summarizer = summarizer;
        this.output = output;
        this.queue = queue;
    }

    /** Folds a batch into what one thread keeps. */
    void fold(Batch batch, PodFold fold) throws IOException {
        fold.fold(batch);
        if (!openDays.planned()) {
            return;
        }
        for (int day : fold.takeDaysMet()) {
            if (!openDays.allows(batch.file(), batch.rowGroup(), day)) {
                throw new MisleadingStatisticsException(files.get(batch.file()).location(), batch.rowGroup());
            }
        }
        List<Integer> completed = openDays.folded(batch.file(), batch.rowGroup(), batch.rows());
        if (!completed.isEmpty()) {
            close(completed, fold);
        }
    }

    private void close(List<Integer> completed, PodFold heir) throws IOException {
        Optional<Integer> day = next(completed);
        // The last days are left to all threads together.
        while (day.isPresent() && !queue.isEmpty()) {
            output.bring(summarizer.summarize(day.get(), heir));
            // Now it may be the turn of a day that another thread had to leave.
            day = next(List.of());
        }
    }

    /** A day to close; nobody else will be given it. */
    private synchronized Optional<Integer> next(List<Integer> completed) {
        complete.addAll(completed);
        Optional<Integer> next = complete.stream()
                .filter(day -> output.takes(day, summarizer.mostRows(day)))
                .findFirst();
        next.ifPresent(complete::remove);
        return next;
    }
}
