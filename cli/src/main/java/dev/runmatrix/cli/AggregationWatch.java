// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.aggregator.AggregationResult;
import dev.runmatrix.aggregator.ProgressListener;
import dev.runmatrix.aggregator.choice.Choice;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * What a person sees of an aggregation that goes on: which settings were chosen, and on a terminal how far a long one is.
 */
final class AggregationWatch implements ProgressListener, AutoCloseable {

    /** What is done sooner needs no bar. */
    private static final long NANOS_BEFORE_BAR = Duration.ofSeconds(2).toNanos();

    private final PrintWriter out;
    private final ProgressBar bar;
    private final LongSupplier nanoClock;
    private final LongAdder done = new LongAdder();
    private final long began;
    private volatile long total;
    private boolean told;

    AggregationWatch(PrintWriter out, ProgressBar bar, LongSupplier nanoClock) {
        this.out = out;
        this.bar = bar;
        this.nanoClock = nanoClock;
        began = nanoClock.getAsLong();
    }

    @Override
    public void begun(long rows, Optional<Choice> choice) {
        total = rows;
        done.reset();
        if (choice.isPresent() && !told) {
            told = true;
            out.println("auto: " + choice.get().summary() + ". "
                    + choice.get().reasons().get(0));
            out.flush();
        }
    }

    @Override
    public void folded(long rows) {
        done.add(rows);
        if (nanoClock.getAsLong() - began >= NANOS_BEFORE_BAR) {
            bar.update(done.sum(), total);
        }
    }

    /** Says what did not go as one would wish. */
    void ended(AggregationResult result) {
        bar.close();
        result.notes().forEach(note -> out.println("note: " + note));
        out.flush();
    }

    @Override
    public void close() {
        bar.close();
    }
}
