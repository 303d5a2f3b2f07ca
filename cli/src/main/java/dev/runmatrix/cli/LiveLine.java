// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.RunListener;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.Sitting;
import dev.runmatrix.harness.statistics.Looks;
import dev.runmatrix.reports.words.Legible;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a person sees of a run that goes on: on a terminal one line, drawn again and again, that says what runs now;
 * elsewhere a line for each fork that has ended. Failures and wrong outputs have a line of their own in both cases. A plus
 * behind a number says that looks may make it greater.
 */
final class LiveLine implements RunListener {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final int WIDTH = 79;
    private static final long NANOS_BETWEEN_DRAWINGS = Duration.ofMillis(200).toNanos();
    private static final long WINDOW_MILLIS = 1000;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean quiet;
    private final CellWords words;
    private final RemainingTime remaining;
    private final Deque<ResourceSample> window = new ArrayDeque<>();
    private final Map<String, Integer> lastForks = new HashMap<>();
    private int mostForks;
    private int position;
    private int total;
    private boolean mayGrow;
    private String title = "";
    private String configuration = "";
    private long drawnNanos;

    LiveLine(PrintStream out, boolean terminal, boolean quiet, CellWords words, RemainingTime remaining) {
        this.out = out;
        this.terminal = terminal;
        this.quiet = quiet;
        this.words = words;
        this.remaining = remaining;
    }

    @Override
    public void runStarted(RunRecord run, Path directory, List<ScheduledFork> ahead) {
        boolean adds = run.sittings().stream()
                .reduce((first, second) -> second)
                .filter(sitting -> sitting.kind() == Sitting.Kind.APPEND)
                .isPresent();
        Looks looks = run.spec().protocol().looks();
        mostForks = adds || looks.isFixed() ? 0 : looks.most();
        scheduleChanged(ahead);
    }

    @Override
    public void scheduleChanged(List<ScheduledFork> ahead) {
        total = position + ahead.size();
        mayGrow = ahead.stream().mapToInt(ScheduledFork::fork).max().orElse(mostForks) < mostForks;
        ahead.forEach(fork -> lastForks.merge(fork.cell(), fork.fork(), Math::max));
        remaining.expect(ahead);
    }

    @Override
    public void forkStarted(ScheduledFork fork, PlannedCell cell) {
        position++;
        if (fork.repeat()) {
            total++;
            remaining.alsoExpect(fork);
        }
        window.clear();
        title = "[" + position + "/" + total + (mayGrow ? "+" : "") + "] " + fork.cell() + " " + which(fork);
        configuration = Legible.line(words.of(cell));
        draw("starting");
    }

    @Override
    public void forkSampled(ResourceSample sample) {
        window.addLast(sample);
        while (sample.elapsedMillis() - window.getFirst().elapsedMillis() > WINDOW_MILLIS) {
            window.removeFirst();
        }
        if (System.nanoTime() - drawnNanos >= NANOS_BETWEEN_DRAWINGS) {
            draw(String.format(
                    Locale.ROOT,
                    "%s cores  %s  %d s  ETA %s",
                    coresNow(),
                    Amounts.bytes(sample.rssBytes()),
                    sample.elapsedMillis() / 1000,
                    Amounts.duration(remaining.after(sample.elapsedMillis()))));
        }
    }

    @Override
    public void forkEnded(ForkRecord fork) {
        remaining.ended(fork);
        Optional<String> trouble = trouble(fork);
        if (trouble.isPresent() && !quiet) {
            clear();
            out.println(title + ": " + Legible.line(trouble.get()) + "  (" + configuration + ")");
        } else if (!terminal && !quiet) {
            out.println(title + ": " + numbers(fork) + "  " + configuration);
        }
    }

    @Override
    public void noted(String sentence) {
        if (!quiet) {
            clear();
            out.println(Legible.line(sentence));
        }
    }

    /** Takes the line away. */
    void clear() {
        if (terminal && !quiet) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }

    private String which(ScheduledFork fork) {
        if (fork.isWarmup()) {
            return "warm-up";
        }
        int last = Math.max(fork.fork(), lastForks.getOrDefault(fork.cell(), 0));
        return (fork.twin() ? "twin " : "fork ") + fork.fork() + " of " + last + (last < mostForks ? "+" : "")
                + (fork.repeat() ? ", disturbed, again" : "");
    }

    private void draw(String now) {
        if (terminal && !quiet) {
            drawnNanos = System.nanoTime();
            String line = title + "  " + now + "  " + configuration;
            out.print(CLEAR_LINE + (line.length() > WIDTH ? line.substring(0, WIDTH) : line));
            out.flush();
        }
    }

    /** Over the last second: the kernel counts in steps that are too coarse for less. */
    private String coresNow() {
        ResourceSample first = window.getFirst();
        ResourceSample last = window.getLast();
        long span = last.elapsedMillis() - first.elapsedMillis();
        return span == 0
                ? "–"
                : String.format(Locale.ROOT, "%.1f", (double) (last.cpuMillis() - first.cpuMillis()) / span);
    }

    private static Optional<String> trouble(ForkRecord fork) {
        Optional<String> failed = fork.failure().map(Failure::message).map(message -> "failed: " + message);
        return failed.or(() -> fork.output()
                .filter(OutputCheck::isWrong)
                .map(check -> "wrong output: " + check.difference().orElse("other rows")));
    }

    private static String numbers(ForkRecord fork) {
        return fork.region()
                .map(region -> numbers(region.wallNanos(), region.cpuCores()))
                .or(() -> fork.process().map(process -> numbers(process.wallNanos(), process.cpuCores())))
                .orElse("done");
    }

    private static String numbers(long wallNanos, double cores) {
        return String.format(Locale.ROOT, "%.2f s, %.2f cores", wallNanos / 1e9, cores);
    }
}
