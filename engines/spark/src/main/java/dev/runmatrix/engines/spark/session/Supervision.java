// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.spark.session;

import dev.runmatrix.aggregator.fault.BadInputException;
import dev.runmatrix.engines.contract.EngineException;
import dev.runmatrix.engines.contract.ExitStatus;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkContext;

/** Watches over work: Spark waits for executors for ever, whether they never came or are gone. */
final class Supervision {

    private static final long LOOK_MILLIS = 500;

    private final Crew crew;
    private final long patienceNanos;

    private Supervision(Crew crew, long patienceNanos) {
        this.crew = crew;
        this.patienceNanos = patienceNanos;
    }

    static Supervision ofOneProcess() {
        return new Supervision(() -> true, Long.MAX_VALUE);
    }

    static Supervision ofCluster(SparkContext context, int patienceSeconds) {
        // One of those listed is the driver.
        return new Supervision(
                () -> context.statusTracker().getExecutorInfos().length > 1, TimeUnit.SECONDS.toNanos(patienceSeconds));
    }

    <T> T run(Callable<T> work) throws BadInputException, IOException, EngineException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "summary");
        thread.setDaemon(true);
        thread.start();
        long lastSeen = System.nanoTime();
        while (true) {
            try {
                return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                lastSeen = crew.isThere() ? System.nanoTime() : lastSeen;
                requirePatience(lastSeen);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted");
            } catch (ExecutionException e) {
                throw Failures.explain(Failures.causeOf(e));
            }
        }
    }

    private void requirePatience(long lastSeen) throws EngineException {
        if (System.nanoTime() - lastSeen > patienceNanos) {
            throw new EngineException(
                    ExitStatus.IO,
                    "the cluster had no executor for " + TimeUnit.NANOSECONDS.toSeconds(patienceNanos)
                            + " s; start workers, ask for less with --conf spark.executor.memory=… or"
                            + " spark.executor.cores=…, or wait longer with --executor-wait");
        }
    }

    /** The executors of a cluster. */
    @FunctionalInterface
    private interface Crew {

        boolean isThere();
    }
}
