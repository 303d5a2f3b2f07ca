// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import dev.runmatrix.harness.matrix.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How failures of all kinds of forks are told. */
final class FailureWords {

    private static final int LONGEST = 500;
    private static final int SIGNAL_BASE = 128;
    private static final int SIGKILL = 9;
    private static final List<Integer> DEADLY_SIGNALS = List.of(1, 2, SIGKILL, 15);

    private FailureWords() {}

    /** A message in one line of bounded length. */
    static String line(String message) {
        String line = HarmlessText.of(message).replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST - 1) + "…" : line;
    }

    static String outlived(Protocol protocol) {
        return "killed: it lived longer than timeout " + text(protocol.timeout());
    }

    static String stalled(Protocol protocol) {
        return "killed: it used no CPU for longer than stall_timeout " + text(protocol.stallTimeout());
    }

    /** The signal by which somebody ends processes, where an exit status tells of one. */
    static Optional<Integer> signal(int exitCode) {
        return Optional.of(exitCode - SIGNAL_BASE).filter(DEADLY_SIGNALS::contains);
    }

    static String killed(int signal, boolean kernelKilled) {
        if (signal == SIGKILL && kernelKilled) {
            return "killed by the kernel: the control group ran out of memory";
        }
        return "killed by somebody else with signal " + signal
                + (signal == SIGKILL ? " (kill -9, or the kernel when memory ran out)" : "");
    }

    /** The last line of a text that is not blank. */
    static Optional<String> lastWords(String text) {
        return text.lines().filter(line -> !line.isBlank()).reduce((first, second) -> second);
    }

    static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0
                ? duration.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.3f s", duration.toMillis() / 1000.0);
    }
}
