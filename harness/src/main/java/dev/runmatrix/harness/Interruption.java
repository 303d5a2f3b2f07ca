// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Gives a command the time to end in order when a signal ends it: what runs is told to stop, and the JVM stays until the
 * command has stored what it has.
 */
public final class Interruption implements AutoCloseable {

    /** As a shell would report the signal. */
    private static final int INTERRUPTED = 130;

    /** The JVM handles a signal in a thread of this name, which waits for this hook. */
    private static final Map<String, Integer> HANDLERS =
            Map.of("SIGINT handler", INTERRUPTED, "SIGTERM handler", 143, "SIGHUP handler", 129);

    private static final long LONGEST_ENDING_SECONDS = 20;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "interruption");
    private volatile IntConsumer action = ignored -> {};
    private volatile int status;

    private Interruption() {}

    /** Watches for signals until it is closed. */
    public static Interruption watch() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** What to do when a signal comes, given the exit status; done at once when it has come already. */
    public void stopWith(IntConsumer stop) {
        action = stop;
        if (status != 0) {
            stop.accept(status);
        }
    }

    /** The exit status of a command that was ended by a signal, 0 where none came. */
    public int status() {
        return status;
    }

    /** The command has ended: the JVM may. */
    @Override
    public void close() {
        ended.countDown();
        if (status == 0) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // A signal came in this moment; the hook finds nothing left to do.
                return;
            }
        }
    }

    private void stop() {
        if (ended.getCount() == 0) {
            return;
        }
        status = signalled();
        action.accept(status);
        try {
            if (!ended.await(LONGEST_ENDING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("run-matrix: did not end in time, the run may be incomplete");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int signalled() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(HANDLERS::containsKey)
                .mapToInt(HANDLERS::get)
                .findFirst()
                .orElse(INTERRUPTED);
    }
}
