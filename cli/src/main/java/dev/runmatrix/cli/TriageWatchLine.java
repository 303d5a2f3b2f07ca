// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.result.live.LiveSample;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** What a person sees while a process is watched: on a terminal one line, drawn again and again; elsewhere nothing. */
final class TriageWatchLine {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    private final PrintStream out;
    private final boolean visible;
    private final String title;
    private final long lengthSeconds;
    private final Deque<LiveSample> window = new ArrayDeque<>();

    TriageWatchLine(PrintStream out, boolean visible, long pid, Duration length) {
        this.out = out;
        this.visible = visible;
        this.title = "watching " + pid;
        this.lengthSeconds = length.toSeconds();
    }

    void update(LiveSample sample) {
        window.addLast(sample);
        while (sample.elapsedNanos() - window.getFirst().elapsedNanos() > WINDOW_NANOS) {
            window.removeFirst();
        }
        if (visible) {
            out.print(CLEAR_LINE + line(sample));
            out.flush();
        }
    }

    private String line(LiveSample sample) {
        LiveSample first = window.getFirst();
        long span = sample.elapsedNanos() - first.elapsedNanos();
        String cores = span == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f", (double) (sample.cpuNanos() - first.cpuNanos()) / span);
        return title + "  " + sample.elapsedNanos() / 1_000_000_000 + " of " + lengthSeconds + " s  " + cores
                + " cores  " + Amounts.bytes(sample.rssBytes()) + "  "
                + sample.states().all() + " threads";
    }

    /** Takes the line away. */
    void clear() {
        if (visible) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
