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
    /** With these a line fits into 80 columns. */
    private static final int CELLS = 16;

    private static final int TITLE_LENGTH = 20;
    private static final int WIDTH = 79;
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
        this.title = title.length() <= TITLE_LENGTH ? title : title.substring(0, TITLE_LENGTH - 2) + "..";
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
        String line = String.format(
                Locale.ROOT,
                "%s [%s] %3d %%  %s of %s %s",
                title,
                bar,
                (int) (share * 100),
                count(done),
                count(total),
                unit);
        if (elapsedNanos < NANOS_BEFORE_ESTIMATE || share <= 0) {
            return line;
        }
        String remaining = remaining(share, elapsedNanos);
        String rate = "  " + count(Math.round(done * 1e9 / elapsedNanos)) + "/s";
        return line.length() + rate.length() + remaining.length() <= WIDTH ? line + rate + remaining : line + remaining;
    }

    private static String remaining(double share, long elapsedNanos) {
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
