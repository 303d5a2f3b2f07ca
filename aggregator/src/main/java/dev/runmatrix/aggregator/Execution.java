// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.read.Vocabulary;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * How many threads do what, and how many rows are held at a time.
 *
 * @param readers threads that read
 * @param folders threads that fold
 * @param readersApart whether readers only read; otherwise each thread does both
 * @param chunkRows rows of a batch
 */
record Execution(int readers, int folders, boolean readersApart, int chunkRows) {

    /**
     * Rows that a thread takes at a time, and in memory holds as columns at a time: a whole row group of most writers. A
     * larger one is taken in pieces, so many rows long that reading a page twice at the seams does not matter.
     */
    private static final int MORSEL_ROWS = 1 << 17;

    /** Bytes of a row in a batch, at most. */
    private static final int ROW_BYTES = 128;

    /** Batches may take this part of the heap. */
    private static final int HEAP_SHARE = 4;

    static Execution of(AggregationConfig config) {
        if (config.mode() == Mode.STREAMING) {
            int threads = config.parallelChunks() ? config.maxWorkers() : 1;
            return new Execution(threads, threads, false, config.chunkSize());
        }
        int readers = config.parallelReaders().orElse(config.maxWorkers());
        return new Execution(readers, config.maxWorkers(), readers != config.maxWorkers(), MORSEL_ROWS);
    }

    /** Threads at work at the same time. */
    int threads() {
        return readersApart ? readers + folders : folders;
    }

    Scan scan(TableColumns table, List<ParquetFile> files, Vocabulary vocabulary, ReadMeter meter) {
        long mostRows = files.stream()
                .flatMapToLong(file -> IntStream.range(0, file.rowGroupCount()).mapToLong(file::rows))
                .max()
                .orElse(1);
        // What a file claims must not decide what is allocated.
        long affordable = Runtime.getRuntime().maxMemory() / HEAP_SHARE / ROW_BYTES / (threads() + 1);
        long batchRows = LongStream.of(chunkRows, mostRows, Math.max(affordable, 1))
                .min()
                .orElse(1);
        long chunksOfMorsel = Math.max(1, MORSEL_ROWS / batchRows);
        return new Scan(table, files, vocabulary, (int) batchRows, chunksOfMorsel * batchRows, meter);
    }
}
