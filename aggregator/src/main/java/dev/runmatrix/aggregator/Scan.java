// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.aggregator.plan.Morsel;
import dev.runmatrix.aggregator.plan.MorselQueue;
import dev.runmatrix.aggregator.read.ParquetFile;
import dev.runmatrix.aggregator.read.TableReader;
import dev.runmatrix.aggregator.read.Vocabulary;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads all rows of a table in batches.
 *
 * @param table its columns
 * @param files its files
 * @param vocabulary gives numbers to values
 * @param batchRows largest number of rows of a batch
 * @param morselRows largest number of rows that a thread takes at a time
 * @param meter counts what is read
 */
record Scan(
        TableColumns table,
        List<ParquetFile> files,
        Vocabulary vocabulary,
        int batchRows,
        long morselRows,
        ReadMeter meter) {

    /** Files that each thread may be ahead of the oldest one with work left. */
    private static final int FILES_AHEAD = 2;

    /** So many row groups for each thread are shared out evenly enough without cutting any. */
    private static final int ENOUGH = 4;

    /** Row groups of far files that are asked for ahead, if there is memory for as many. */
    private static final int ROW_GROUPS_AHEAD = 16;

    Scan {
        files = List.copyOf(files);
    }

    /** The work of this scan, to be shared by all threads that take part. */
    MorselQueue queue(int threads) {
        List<List<Long>> rowGroups = files.stream().map(Scan::rowGroups).toList();
        // Who enters a row group of a far file anywhere fetches all of it; none is cut where there are enough of them.
        boolean whole = isFar() && rowGroups.stream().mapToInt(List::size).sum() >= ENOUGH * threads;
        return new MorselQueue(rowGroups, whole ? Long.MAX_VALUE : morselRows, FILES_AHEAD * threads);
    }

    private boolean isFar() {
        return files.stream().anyMatch(ParquetFile::isFar);
    }

    private static List<Long> rowGroups(ParquetFile file) {
        return IntStream.range(0, file.rowGroupCount()).mapToObj(file::rows).toList();
    }

    /** Source of batches to fill, and where filled ones go. */
    interface Exchange {

        Batch empty() throws InterruptedException;

        void filled(Batch batch) throws BadInputException, IOException, InterruptedException;
    }

    /** Takes batches, one thread's share. */
    @FunctionalInterface
    interface Fold {

        void fold(Batch batch) throws BadInputException, IOException;
    }

    /**
     * Takes morsels and folds their rows, until no work is left; one thread's share.
     *
     * @return NaN and infinite values met
     */
    long foldInto(MorselQueue queue, Fold fold) throws BadInputException, IOException {
        Batch batch = new Batch(table, batchRows);
        return read(queue, new Exchange() {
            @Override
            public Batch empty() {
                return batch;
            }

            @Override
            public void filled(Batch filled) throws BadInputException, IOException {
                fold.fold(filled);
            }
        });
    }

    /** As {@link #foldInto}, with batches that others fold. */
    long read(MorselQueue queue, Exchange exchange) throws BadInputException, IOException {
        try (TableReader reader = new TableReader(table, vocabulary)) {
            boolean far = isFar();
            Optional<Morsel> morsel = queue.next(-1);
            while (morsel.isPresent()) {
                if (far) {
                    expect(queue.upcoming(ROW_GROUPS_AHEAD));
                }
                read(reader, morsel.get(), exchange);
                meter.listener().folded(morsel.get().rows());
                morsel = queue.next(morsel.get().file());
            }
            meter.bytes().add(reader.bytesRead());
            meter.nanos().add(reader.readNanos());
            return reader.nonFinite();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading");
        }
    }

    private void expect(List<Morsel> upcoming) {
        for (Morsel morsel : upcoming) {
            files.get(morsel.file()).expect(morsel.rowGroup(), table);
        }
    }

    private void read(TableReader reader, Morsel morsel, Exchange exchange)
            throws BadInputException, IOException, InterruptedException {
        ParquetFile file = files.get(morsel.file());
        long left = morsel.rows();
        while (left > 0) {
            Batch batch = exchange.empty();
            reader.seek(file, morsel.rowGroup(), morsel.firstRow() + morsel.rows() - left, batch);
            int rows = (int) Math.min(left, batch.capacity());
            reader.read(batch, rows);
            batch.setOrigin(morsel.file(), morsel.rowGroup());
            exchange.filled(batch);
            left -= rows;
        }
    }
}
