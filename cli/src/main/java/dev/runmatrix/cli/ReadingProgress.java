// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.ObjIntConsumer;

/** Says on standard error how far reading is, once it takes long, and then every few seconds. */
final class ReadingProgress implements ObjIntConsumer<Integer> {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final PrintWriter err;
    private final LongSupplier clock;
    private long last;

    ReadingProgress(PrintWriter err, LongSupplier clock) {
        this.err = err;
        this.clock = clock;
        this.last = clock.getAsLong();
    }

    @Override
    public void accept(Integer run, int all) {
        long now = clock.getAsLong();
        if (now - last >= PATIENCE_NANOS) {
            err.println("run-matrix: reading run " + run + " of " + all);
            err.flush();
            last = now;
        }
    }
}
