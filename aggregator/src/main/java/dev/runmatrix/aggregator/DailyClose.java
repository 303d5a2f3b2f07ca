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

/** Folds batches of pod rows, and summarises and writes each day as soon as its last row is folded. */
final class DailyClose {

    private final List<ParquetFile> files;
    private final OpenDays openDays;
    private final Summarizer summarizer;
    private final SummaryOutput output;
    private final MorselQueue queue;

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
                throw new MisleadingStatisticsException(files.get(batch.file()).path(), batch.rowGroup());
            }
        }
        List<Integer> complete = openDays.folded(batch.file(), batch.rowGroup(), batch.rows());
        // The last days are left to all threads together.
        if (!complete.isEmpty() && !queue.isEmpty()) {
            for (int day : complete) {
                output.bring(day, summarizer.summarize(day, fold));
            }
        }
    }
}
