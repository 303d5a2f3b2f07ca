// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.column.Batch;
import dev.runmatrix.aggregator.column.LabelColumns;
import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandOverTest {

    @Test
    void itHoldsAsManyBatchesAsThereAreThreadsAndOneMore() throws Exception {
        HandOver exchange = new HandOver(LabelColumns.NODES, 10, 2, 3);
        Set<Batch> batches = new HashSet<>();
        for (int i = 0; i < 2 + 3 + 1; i++) {
            batches.add(exchange.empty());
        }
        assertThat(batches).hasSize(6);

        Thread waiting = new Thread(() -> {
            try {
                exchange.empty();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        waiting.start();
        while (waiting.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        waiting.interrupt();
        waiting.join();
    }

    @Test
    void everyBatchIsFoldedOnceAndEveryoneGoesHome() throws Exception {
        HandOver exchange = new HandOver(LabelColumns.NODES, 10, 2, 3);
        AtomicLong folded = new AtomicLong();
        List<Thread> threads = new ArrayList<>();
        for (int reader = 0; reader < 2; reader++) {
            threads.add(new Thread(() -> read(exchange, 500)));
        }
        for (int folder = 0; folder < 3; folder++) {
            threads.add(new Thread(() -> fold(exchange, folded)));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(folded).hasValue(2 * 500 * 7);
    }

    private static void read(HandOver exchange, int batches) {
        try {
            for (int i = 0; i < batches; i++) {
                Batch batch = exchange.empty();
                batch.setRows(7);
                exchange.filled(batch);
            }
            exchange.readerDone();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fold(HandOver exchange, AtomicLong folded) {
        try {
            exchange.foldAll(batch -> folded.addAndGet(batch.rows()));
        } catch (IOException | BadInputException e) {
            throw new IllegalStateException(e);
        }
    }
}
