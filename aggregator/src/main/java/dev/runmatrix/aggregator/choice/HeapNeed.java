// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

/**
 * How much of the heap an input can take. Nothing in a footer tells how many rows share a group, so each row is taken for
 * a group of its own; hourly rows come to a twentieth of that. Constants are rounded up.
 */
final class HeapNeed {

    /** Of a group: 189 bytes in arrays that can be twice as long as they need be, and the row that is made of it. */
    static final long GROUP_BYTES = 480;

    /** Of a row in a batch: 5 whole numbers and 12 doubles. */
    static final long BATCH_ROW_BYTES = 128;

    /** What every run has: tables of names and labels, buffers of the output. */
    static final long BASE_BYTES = 16L << 20;

    /** Of rows that are encoded together, with what they are encoded to. */
    static final long OUTPUT_BYTES = 64L << 20;

    /** Distinct texts are kept as bytes and as what they were read into. */
    private static final int TEXT_COPIES = 2;

    /** The caches of texts that a thread has forget when they are this large together. */
    private static final long MOST_CACHE_BYTES = 32L << 20;

    /** More rows than this are as good as endless, and must not overflow. */
    private static final long MOST_ROWS = 1L << 50;

    private final InputFacts facts;

    HeapNeed(InputFacts facts) {
        this.facts = facts;
    }

    /** Of everything at a time. */
    long inMemory(int workers, long batchRows) {
        long groups = Math.min(facts.heldRows(workers), MOST_ROWS) * GROUP_BYTES;
        return BASE_BYTES + groups + TEXT_COPIES * facts.textBytes() + workers * worker(batchRows);
    }

    /** Of one thread's batch, pages and caches. */
    long worker(long batchRows) {
        long batch = Math.min(batchRows, Math.max(1, facts.largestRowGroup())) * BATCH_ROW_BYTES;
        long caches = Math.min(MOST_CACHE_BYTES, TEXT_COPIES * facts.rowGroupTextBytes());
        return batch + facts.pagesBytes() + caches;
    }
}
