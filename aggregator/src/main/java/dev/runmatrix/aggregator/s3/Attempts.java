// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import dev.runmatrix.aggregator.storage.UnusableFileException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;

/** The attempts at one thing to do; belongs to one thread. */
final class Attempts {

    private final Contact contact;
    private final Failures failures;
    private int failed;
    private long firstFailureNanos;

    Attempts(Contact contact, Failures failures) {
        this.contact = contact;
        this.failures = failures;
    }

    /** Something to do that can be done again. */
    @FunctionalInterface
    interface Attempt<T> {

        T make() throws IOException;
    }

    /** Tries until it succeeds, fails for good or has failed too often. */
    <T> T make(Attempt<T> attempt) throws IOException {
        while (true) {
            contact.count().request(failed > 0);
            try {
                T result = attempt.make();
                contact.reached();
                return result;
            } catch (UnusableFileException e) {
                throw e;
            } catch (SdkException | IOException | UncheckedIOException e) {
                pauseAfter(e);
            }
        }
    }

    /** Returns when it is time for the next attempt; fails if there is to be none. */
    private void pauseAfter(Exception failure) throws IOException {
        if (failure instanceof AbortedException || Thread.currentThread().isInterrupted()) {
            throw interrupted();
        }
        Cause cause = Cause.of(failure);
        if (cause.isAnswer()) {
            contact.reached();
        }
        long now = System.nanoTime();
        if (failed++ == 0) {
            firstFailureNanos = now;
        }
        Retries retries = contact.retries();
        int most = cause.isUnreachable() && !contact.wasReached() ? retries.firstContact() : retries.attempts();
        boolean patient = now - firstFailureNanos < retries.patience().toNanos();
        if (!cause.isPassing() || failed >= Math.min(most, retries.attempts()) || !patient) {
            throw failures.after(cause, failed, failure);
        }
        pause(retries.mostMillis(failed));
    }

    private static void pause(long mostMillis) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(
                    mostMillis / 2 + ThreadLocalRandom.current().nextLong(mostMillis / 2 + 1));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for S3");
    }
}
