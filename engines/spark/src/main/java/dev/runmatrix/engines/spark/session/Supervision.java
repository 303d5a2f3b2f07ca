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
        return new Supervision(new OneProcess(), Long.MAX_VALUE);
    }

    static Supervision ofCluster(SparkContext context, int patienceSeconds) {
        return new Supervision(new Executors(context), TimeUnit.SECONDS.toNanos(patienceSeconds));
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
                requireCluster();
                throw Failures.explain(Failures.causeOf(e));
            }
        }
    }

    /** What fails when the cluster has ended a job tells nothing but that. */
    private void requireCluster() throws EngineException {
        if (crew.isGone()) {
            throw new EngineException(
                    ExitStatus.IO,
                    "the cluster has given this job up: its executors could not start, or died again and again; the logs of"
                            + " its workers tell why");
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

    /** Who does the work. */
    private sealed interface Crew permits OneProcess, Executors {

        /** Whether anybody is there now. */
        boolean isThere();

        /** Whether nobody will come any more. */
        boolean isGone();
    }

    private record OneProcess() implements Crew {

        @Override
        public boolean isThere() {
            return true;
        }

        @Override
        public boolean isGone() {
            return false;
        }
    }

    private record Executors(SparkContext context) implements Crew {

        @Override
        public boolean isThere() {
            // One of those listed is the driver.
            return context.isStopped() || context.statusTracker().getExecutorInfos().length > 1;
        }

        @Override
        public boolean isGone() {
            return context.isStopped();
        }
    }
}
