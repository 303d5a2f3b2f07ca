// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.io.Closeable;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Fetches ahead, as far as there is memory for it. Who needs something that nobody has begun to fetch does it himself,
 * so nobody ever waits for memory. Thread-safe.
 */
final class Fetches implements Closeable {

    private static final int UNIT = 1 << 10;

    private final ExecutorService executor;
    private final Semaphore unitsLeft;

    Fetches(FetchSizes sizes) {
        unitsLeft = new Semaphore((int) Math.min(Integer.MAX_VALUE, sizes.ahead() / UNIT));
        executor = Executors.newFixedThreadPool(sizes.threads(), Fetches::newThread);
    }

    private static Thread newThread(Runnable work) {
        Thread thread = new Thread(work, "s3-ahead");
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to fetch a block, if there is memory for it. */
    Optional<Fetch> ahead(RangeRequest request, long bytes) {
        int units = (int) (bytes / UNIT) + 1;
        if (!unitsLeft.tryAcquire(units)) {
            return Optional.empty();
        }
        Fetch fetch = new Fetch(request, () -> unitsLeft.release(units));
        executor.execute(fetch);
        return Optional.of(fetch);
    }

    /** What is on its way is given up. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
