// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/** A range of bytes that is fetched once, by whoever begins first. */
final class Fetch implements Runnable {

    private final FutureTask<byte[]> task;
    private final Runnable whenTaken;
    private final AtomicBoolean taken = new AtomicBoolean();

    /** @param whenTaken told once when somebody asks for the bytes, or when they are not needed */
    Fetch(RangeRequest request, Runnable whenTaken) {
        task = new FutureTask<>(request::fetch);
        this.whenTaken = whenTaken;
    }

    @Override
    public void run() {
        task.run();
    }

    /** Nobody is going to ask any more. */
    void forget() {
        task.cancel(true);
        take();
    }

    private void take() {
        if (taken.compareAndSet(false, true)) {
            whenTaken.run();
        }
    }

    /** The bytes, fetched by this thread if no other has begun. */
    byte[] bytes() throws IOException {
        take();
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for S3");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
