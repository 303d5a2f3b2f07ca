// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import dev.runmatrix.aggregator.fault.BadInputException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks on a fixed number of threads; one thread means the caller's own and no other. The first failure ends
 * everything and is the one that is thrown.
 */
final class Workers implements AutoCloseable {

    private final int threads;
    private final WorkLog log;
    private final List<PoolThread> pool = new CopyOnWriteArrayList<>();
    private final ExecutorService executor;

    /**
     * Makes no thread before the first task.
     *
     * @param log keeps account of what they do
     */
    Workers(int threads, WorkLog log) {
        this.threads = threads;
        this.log = log;
        executor = Executors.newFixedThreadPool(threads, this::newThread);
    }

    private PoolThread newThread(Runnable work) {
        String name = WorkAccount.POOL_NAME + (pool.size() + 1);
        PoolThread thread = new PoolThread(work, log.newTally(name), name);
        pool.add(thread);
        return thread;
    }

    /** Something to do that may fail as reading and writing do. */
    @FunctionalInterface
    interface Task<T> {

        T run() throws BadInputException, IOException;
    }

    /** Takes results. */
    @FunctionalInterface
    interface Sink<T> {

        void accept(T result) throws BadInputException, IOException;
    }

    int threads() {
        return threads;
    }

    WorkLog log() {
        return log;
    }

    /** Runs all tasks at once, as far as there are threads, and returns their results in order. */
    <T> List<T> runAll(List<Task<T>> tasks) throws BadInputException, IOException {
        List<T> results = new ArrayList<>();
        if (threads == 1) {
            for (Task<T> task : tasks) {
                results.add(task.run());
            }
            return results;
        }
        ExecutorCompletionService<T> completion = new ExecutorCompletionService<>(executor);
        List<Future<T>> futures = new ArrayList<>();
        for (Task<T> task : tasks) {
            futures.add(completion.submit(() -> noted(task)));
        }
        for (int i = 0; i < futures.size(); i++) {
            // In the order of their ends, so that a failure is seen while others still wait for something.
            await(takeNext(completion));
        }
        for (Future<T> future : futures) {
            results.add(await(future));
        }
        return results;
    }

    private static <T> T noted(Task<T> task) throws BadInputException, IOException {
        ThreadTally tally = ((PoolThread) Thread.currentThread()).tally();
        tally.begin();
        try {
            return task.run();
        } finally {
            tally.end();
        }
    }

    private static <T> Future<T> takeNext(ExecutorCompletionService<T> completion) throws InterruptedIOException {
        try {
            return completion.take();
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Runs tasks at once but passes their results on in order, holding at most one more than there are threads. */
    <T> void runInOrder(Iterator<Task<T>> tasks, Sink<T> sink) throws BadInputException, IOException {
        if (threads == 1) {
            while (tasks.hasNext()) {
                sink.accept(tasks.next().run());
            }
            return;
        }
        Deque<Future<T>> running = new ArrayDeque<>();
        while (tasks.hasNext() || !running.isEmpty()) {
            while (tasks.hasNext() && running.size() <= threads) {
                Task<T> task = tasks.next();
                running.add(executor.submit(() -> noted(task)));
            }
            sink.accept(await(running.remove()));
        }
    }

    private static <T> T await(Future<T> future) throws BadInputException, IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw rethrown(e.getCause());
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while aggregating");
    }

    private static IOException rethrown(@Nullable Throwable cause) throws BadInputException {
        if (cause instanceof BadInputException bad) {
            throw bad;
        }
        if (cause instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }

    /** Ends all threads; what they still do is in vain. */
    @Override
    public void close() {
        pool.forEach(thread -> thread.tally().settle());
        executor.shutdownNow();
    }
}
