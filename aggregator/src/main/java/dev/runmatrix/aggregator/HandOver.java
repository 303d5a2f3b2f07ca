// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.TableColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Batches on their way from reading threads to folding threads and back: a fixed number of them, so that whoever is
 * faster waits and memory does not grow.
 */
final class HandOver implements Scan.Exchange {

    private final BlockingQueue<Batch> empty;
    private final BlockingQueue<Optional<Batch>> filled;
    private final AtomicInteger readersLeft;
    private final int folders;

    HandOver(TableColumns table, int batchRows, int readers, int folders) {
        int batches = readers + folders + 1;
        empty = new ArrayBlockingQueue<>(batches);
        filled = new ArrayBlockingQueue<>(batches + folders);
        readersLeft = new AtomicInteger(readers);
        this.folders = folders;
        for (int i = 0; i < batches; i++) {
            empty.add(new Batch(table, batchRows));
        }
    }

    @Override
    public Batch empty() throws InterruptedException {
        return empty.take();
    }

    @Override
    public void filled(Batch batch) throws InterruptedException {
        filled.put(Optional.of(batch));
    }

    /** To be called by each reader when it is done: the last one sends the folders home. */
    void readerDone() {
        if (readersLeft.decrementAndGet() == 0) {
            for (int i = 0; i < folders; i++) {
                filled.add(Optional.empty());
            }
        }
    }

    /** Folds batches until all readers are done. */
    void foldAll(Scan.Fold fold) throws BadInputException, IOException {
        try {
            Optional<Batch> batch = filled.take();
            while (batch.isPresent()) {
                fold.fold(batch.get());
                empty.put(batch.get());
                batch = filled.take();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while folding");
        }
    }
}
