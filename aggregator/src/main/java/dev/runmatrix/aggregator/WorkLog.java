// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Keeps account of all threads of one aggregation, from its making to {@link #account}. */
final class WorkLog implements AutoCloseable {

    private final long startNanos = System.nanoTime();
    private final ThreadTally caller;
    private final List<ThreadTally> pool = new ArrayList<>();

    /** Begins, with the current thread as the one that calls. */
    WorkLog() {
        caller = new ThreadTally(Thread.currentThread().getName());
        caller.open();
        caller.begin();
    }

    /** An account for a thread of a pool. */
    ThreadTally newTally(String name) {
        ThreadTally tally = new ThreadTally(name);
        synchronized (pool) {
            pool.add(tally);
        }
        return tally;
    }

    /** Takes note of a chunk that the current thread has folded. */
    void folded(int rows) {
        ThreadTally tally = Thread.currentThread() instanceof PoolThread own ? own.tally() : caller;
        tally.folded(rows);
    }

    /** The account, when no thread of a pool has work any more. */
    WorkAccount account(long readNanos) {
        caller.end();
        List<ThreadTally> all = all();
        return new WorkAccount(
                threads(all),
                all.stream().mapToLong(ThreadTally::chunks).sum(),
                all.stream().mapToLong(ThreadTally::mostRows).max().orElse(0),
                all.stream()
                        .map(ThreadTally::firstChunkNanos)
                        .flatMap(Optional::stream)
                        .map(nanos -> nanos - startNanos)
                        .min(Long::compare),
                readNanos);
    }

    private List<ThreadTally> all() {
        synchronized (pool) {
            return Stream.concat(Stream.of(caller), pool.stream()).toList();
        }
    }

    /** One pool follows the other, and their threads have the same names: those of one name count as one. */
    private List<ThreadWork> threads(List<ThreadTally> tallies) {
        Map<String, ThreadWork> threads = new LinkedHashMap<>();
        tallies.stream()
                .map(tally -> tally.work(startNanos))
                .flatMap(Optional::stream)
                .forEach(work -> threads.merge(work.name(), work, WorkLog::both));
        return List.copyOf(threads.values());
    }

    private static ThreadWork both(ThreadWork one, ThreadWork other) {
        return new ThreadWork(
                one.name(),
                Math.min(one.firstNanos(), other.firstNanos()),
                Math.max(one.lastNanos(), other.lastNanos()),
                one.cpuNanos() + other.cpuNanos(),
                one.runQueueNanos().flatMap(first -> other.runQueueNanos().map(second -> first + second)),
                one.chunks() + other.chunks());
    }

    /** Lets go of what accounts hold open. */
    @Override
    public void close() {
        all().forEach(ThreadTally::settle);
    }
}
