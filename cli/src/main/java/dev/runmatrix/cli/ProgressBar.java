// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * A line on a terminal that says how far a long job is and when it will end; nothing at all where no person watches. Any
 * thread may update it. Closing it clears the line.
 */
final class ProgressBar implements AutoCloseable {

    private static final long NANOS_BETWEEN_DRAWINGS = Duration.ofMillis(100).toNanos();
    private static final long NANOS_BEFORE_ESTIMATE = Duration.ofSeconds(1).toNanos();
    private static final int CELLS = 24;
    private static final String CLEAR_LINE = "\r\033[K";

    private final PrintStream out;
    private final boolean visible;
    private final String title;
    private final String unit;
    private final LongSupplier nanoClock;
    private final long began;

    private long drawn;
    private boolean onScreen;

    ProgressBar(PrintStream out, boolean visible, String title, String unit, LongSupplier nanoClock) {
        this.out = out;
        this.visible = visible;
        this.title = title;
        this.unit = unit;
        this.nanoClock = nanoClock;
        this.began = nanoClock.getAsLong();
        this.drawn = began - NANOS_BETWEEN_DRAWINGS;
    }

    /**
     * @param title what is being done, in few words
     * @param unit what is counted
     */
    static ProgressBar onStandardError(String title, String unit) {
        return new ProgressBar(System.err, Terminal.watchesStandardError(), title, unit, System::nanoTime);
    }

    /** Shows that so many of so many units are done. */
    synchronized void update(long done, long total) {
        long now = nanoClock.getAsLong();
        if (!visible || now - drawn < NANOS_BETWEEN_DRAWINGS) {
            return;
        }
        drawn = now;
        onScreen = true;
        out.print(CLEAR_LINE + line(done, total, now - began));
        out.flush();
    }

    private String line(long done, long total, long elapsedNanos) {
        double share = total <= 0 ? 1 : Math.min(1.0, (double) done / total);
        int full = (int) (share * CELLS);
        String bar = "=".repeat(full) + (full < CELLS ? ">" : "") + " ".repeat(Math.max(0, CELLS - full - 1));
        return String.format(
                Locale.ROOT,
                "%s [%s] %3d %%  %s of %s %s%s",
                title,
                bar,
                (int) (share * 100),
                count(done),
                count(total),
                unit,
                remaining(share, elapsedNanos));
    }

    private static String remaining(double share, long elapsedNanos) {
        if (elapsedNanos < NANOS_BEFORE_ESTIMATE || share <= 0) {
            return "";
        }
        long seconds = Math.round(elapsedNanos * (1 - share) / share / 1e9);
        return String.format(Locale.ROOT, "  ETA %d:%02d", seconds / 60, seconds % 60);
    }

    private static String count(long value) {
        if (value < 10_000) {
            return Long.toString(value);
        }
        return value < 10_000_000
                ? String.format(Locale.ROOT, "%d k", value / 1_000)
                : String.format(Locale.ROOT, "%.1f M", value / 1e6);
    }

    @Override
    public synchronized void close() {
        if (onScreen) {
            out.print(CLEAR_LINE);
            out.flush();
            onScreen = false;
        }
    }
}
