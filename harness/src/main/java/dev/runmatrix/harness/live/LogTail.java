// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import dev.runmatrix.harness.result.live.LiveProgress;
import dev.runmatrix.harness.result.live.ProgressPoint;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is added to a log, and the end of what stood there before, for lines that say how much is done. */
public final class LogTail {

    /** Of what stood there before, and at most at one look. */
    private static final int MOST_BYTES = 1 << 18;

    private static final int LONGEST_LINE = 4096;
    private static final int MOST_POINTS = 5000;
    private static final int SLOW_LINES = 3;

    /** So many lines that each take a little shall not keep the next look waiting. */
    private static final long NANOS_A_LOOK = Duration.ofSeconds(1).toNanos();

    private final Path file;
    private final String shown;
    private final ProgressPattern pattern;
    private final Optional<Long> total;
    private final List<ProgressPoint> points = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();
    private Optional<String> trouble = Optional.empty();
    private long position = -1;
    private long lines;
    private int slow;

    /**
     * @param file the log
     * @param shown what to call it in reports
     * @param total units in all where the user says so
     */
    public LogTail(Path file, String shown, ProgressPattern pattern, Optional<Long> total) {
        this.file = file;
        this.shown = shown;
        this.pattern = pattern;
        this.total = total;
    }

    /** Reads what is new. The first look reads the end of what is there; of that, the last count alone is kept. */
    void look(long elapsedNanos) {
        if (slow >= SLOW_LINES) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
            boolean first = position < 0;
            long length = log.length();
            // Shorter than before: it was begun anew.
            long from = length < position ? 0 : Math.max(first ? 0 : position, length - MOST_BYTES);
            byte[] bytes = new byte[(int) (length - from)];
            log.seek(from);
            log.readFully(bytes);
            position = length;
            take(new String(bytes, StandardCharsets.UTF_8), first ? -1 : elapsedNanos);
            if (first) {
                points.subList(0, Math.max(0, points.size() - 1)).clear();
                lines = 0;
            }
        } catch (IOException e) {
            trouble = Optional.of("cannot be read: " + e.getMessage());
        }
    }

    private void take(String text, long elapsedNanos) {
        long end = System.nanoTime() + NANOS_A_LOOK;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            // Progress bars end their lines with a carriage return.
            if (text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                open.append(text, start, i);
                line(open.toString(), elapsedNanos);
                open.setLength(0);
                start = i + 1;
                if (System.nanoTime() - end > 0) {
                    giveUp();
                }
            }
        }
        open.append(text, start, text.length());
        if (open.length() > LONGEST_LINE) {
            open.delete(0, open.length() - LONGEST_LINE);
        }
    }

    private void line(String line, long elapsedNanos) {
        if (line.isBlank() || slow >= SLOW_LINES) {
            return;
        }
        lines++;
        String bounded = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line;
        try {
            pattern.find(bounded, elapsedNanos).ifPresent(this::add);
        } catch (ProgressPattern.TooSlow e) {
            slow++;
            if (slow >= SLOW_LINES) {
                giveUp();
            }
        }
    }

    private void giveUp() {
        slow = SLOW_LINES;
        trouble = Optional.of("the pattern takes too long on its lines, so it was given up");
    }

    private void add(ProgressPoint point) {
        if (points.size() == MOST_POINTS) {
            points.remove(MOST_POINTS / 2);
        }
        points.add(point);
    }

    LiveProgress progress() {
        return new LiveProgress(shown, points, lines, total, trouble);
    }
}
