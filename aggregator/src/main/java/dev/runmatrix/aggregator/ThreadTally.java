// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.Optional;

/**
 * Keeps the account of one thread, which writes it; others read it when that thread has nothing to do. A chunk costs two
 * additions, a task two looks at the clock, and the processor time is read once, at the end.
 */
final class ThreadTally {

    private static final int KERNEL_NAME = 15;

    private final String name;
    private Optional<ThreadClock> clock = Optional.empty();
    private Optional<ThreadClock.Reading> atOpening = Optional.empty();
    private Optional<ThreadClock.Reading> settled = Optional.empty();
    private boolean worked;
    private long firstNanos;
    private long lastNanos;
    private long chunks;
    private long mostRows;
    private long firstChunkNanos;

    ThreadTally(String name) {
        this.name = name.substring(0, Math.min(KERNEL_NAME, name.length()));
    }

    /** Begins with the current thread; what it did before is not counted. */
    synchronized void open() {
        ThreadClock own = ThreadClock.ofThisThread();
        clock = Optional.of(own);
        atOpening = own.read();
    }

    /** Takes note of work of the current thread. */
    void begin() {
        if (!worked) {
            worked = true;
            firstNanos = System.nanoTime();
        }
    }

    /** The work that began last has ended. */
    void end() {
        lastNanos = System.nanoTime();
    }

    /** Takes note of a chunk that the current thread has folded. */
    void folded(int rows) {
        if (chunks == 0) {
            firstChunkNanos = System.nanoTime();
        }
        chunks++;
        mostRows = Math.max(mostRows, rows);
    }

    /** Reads the clock a last time, before its thread ends. */
    synchronized void settle() {
        settled = times();
        clock.ifPresent(ThreadClock::close);
        clock = Optional.empty();
    }

    private Optional<ThreadClock.Reading> times() {
        return clock.isPresent() ? clock.get().read().flatMap(now -> atOpening.map(now::minus)) : settled;
    }

    long chunks() {
        return chunks;
    }

    long mostRows() {
        return mostRows;
    }

    /** When its first chunk was folded, by {@link System#nanoTime()}; absent where there was none. */
    Optional<Long> firstChunkNanos() {
        return chunks > 0 ? Optional.of(firstChunkNanos) : Optional.empty();
    }

    /** What it did since the given moment; absent where it had no work or its times are not told. */
    synchronized Optional<ThreadWork> work(long startNanos) {
        return times().filter(times -> worked)
                .map(times -> new ThreadWork(
                        name,
                        firstNanos - startNanos,
                        lastNanos - startNanos,
                        times.cpuNanos(),
                        times.runQueueNanos(),
                        chunks));
    }
}
