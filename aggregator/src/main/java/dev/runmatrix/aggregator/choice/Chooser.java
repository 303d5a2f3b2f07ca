// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

/**
 * Chooses settings. In memory is fastest, and taken where even the worst case fits into half of the heap: what streaming
 * loses is little, what running out of memory loses is everything. Streaming sets aside what a part of the output takes, gives a quarter of the rest to the batches
 * and pages of its threads and leaves the rest to the days that are open.
 */
public final class Chooser {

    /** Rows of a morsel; in memory a thread holds as many at a time. */
    private static final int MORSEL_ROWS = 1 << 17;

    /** Fewer rows than this are not worth a thread more. */
    private static final int ROWS_OF_WORKER = 50_000;

    /** Chunks this large lose nothing against whole row groups of most writers. */
    private static final int MOST_CHUNK_ROWS = 100_000;

    /** Smaller ones cost time and save no memory worth the while. */
    private static final int LEAST_CHUNK_ROWS = 1_000;

    private static final int MOST_WORKERS = 1024;
    private static final int STATE_SHARE = 2;
    private static final int WORKERS_SHARE = 4;

    private final InputFacts facts;
    private final Grant grant;
    private final Wishes wishes;
    private final HeapNeed need;
    private final Reasons reasons;

    private Chooser(InputFacts facts, Grant grant, Wishes wishes) {
        this.facts = facts;
        this.grant = grant;
        this.wishes = wishes;
        need = new HeapNeed(facts);
        reasons = new Reasons(facts, grant);
    }

    /** Chooses all settings. */
    public static Choice choose(InputFacts facts, Grant grant) {
        return choose(facts, grant, Wishes.NONE);
    }

    /** Chooses those settings that the user has not named. */
    public static Choice choose(InputFacts facts, Grant grant, Wishes wishes) {
        return new Chooser(facts, grant, wishes).choose();
    }

    private Choice choose() {
        int workers = wishes.maxWorkers().orElseGet(this::usefulWorkers);
        long bytes = need.inMemory(workers, MORSEL_ROWS);
        long most = grant.heapBytes() / STATE_SHARE;
        if (bytes <= most) {
            reasons.fitsInMemory(workers, bytes, most);
            return inMemory(workers);
        }
        reasons.maybeTooLarge(workers, bytes, most);
        return wishes.serial() ? serial(workers) : parallel(workers);
    }

    private Choice inMemory(int workers) {
        explainWorkers(workers, workers);
        wishes.chunkSize().ifPresent(rows -> reasons.chunkWithoutEffect());
        return choice(false, workers, wishes.chunkSize().orElse(MOST_CHUNK_ROWS));
    }

    private Choice serial(int workers) {
        reasons.serial();
        return choice(true, workers, chunkFor(1));
    }

    private Choice parallel(int useful) {
        int workers = useful;
        while (wishes.maxWorkers().isEmpty() && workers > 1 && !fits(workers, leastChunk())) {
            workers--;
        }
        explainWorkers(workers, useful);
        return choice(true, workers, chunkFor(workers));
    }

    private Choice choice(boolean streaming, int workers, int chunk) {
        return new Choice(streaming, !wishes.serial(), workers, chunk, reasons.sentences());
    }

    /** As many as have enough to do, and no more than there are cores. */
    private int usefulWorkers() {
        long morsels = Math.max(facts.rowGroups(), Amount.quotient(facts.rows(), MORSEL_ROWS));
        long useful = Math.min(morsels, Amount.quotient(facts.rows(), ROWS_OF_WORKER));
        return (int) Math.max(1, Math.min(useful, Math.min(grant.cores(), MOST_WORKERS)));
    }

    private int leastChunk() {
        return wishes.chunkSize().orElse(LEAST_CHUNK_ROWS);
    }

    private int chunkFor(int workers) {
        if (wishes.chunkSize().isPresent()) {
            reasons.chunkAskedFor(leastChunk());
            return leastChunk();
        }
        int chunk = MOST_CHUNK_ROWS;
        while (chunk > LEAST_CHUNK_ROWS && !fits(workers, chunk)) {
            chunk = Math.max(LEAST_CHUNK_ROWS, chunk / 2);
        }
        explainChunk(workers, chunk);
        return chunk;
    }

    private boolean fits(int workers, int chunk) {
        return workers * need.worker(chunk) <= workersBytes();
    }

    private long workersBytes() {
        return Math.max(0, grant.heapBytes() - HeapNeed.OUTPUT_BYTES) / WORKERS_SHARE;
    }

    private void explainWorkers(int workers, int useful) {
        if (wishes.maxWorkers().isPresent()) {
            reasons.workersAskedFor(workers);
        } else if (workers < useful) {
            reasons.fewerWorkersFit(workers, useful);
        } else {
            reasons.usefulWorkers(workers);
        }
    }

    private void explainChunk(int workers, int chunk) {
        long bytes = workers * need.worker(chunk);
        long most = workersBytes();
        if (fits(workers, chunk)) {
            reasons.chunkFits(chunk, bytes, most);
        } else {
            reasons.chunkMayNotFit(chunk, bytes, most);
        }
    }
}
