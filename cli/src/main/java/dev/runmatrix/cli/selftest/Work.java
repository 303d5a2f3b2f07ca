// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a shell of this machine does work: so many turns of a loop in a second of CPU time, which neighbours hardly change.
 *
 * @param turnsPerSecond above 0
 */
record Work(double turnsPerSecond) {

    private static final int TURNS = 200_000;
    private static final Pattern USED = Pattern.compile("(\\d+)m([\\d.,]+)s (\\d+)m([\\d.,]+)s");

    /** Measures it, by the shell's own count of its CPU time. */
    static Work measured(Stage stage) throws IOException, InterruptedException {
        Harness.Ended ended = stage.await(stage.start(stage.folder(), List.of("sh", "-c", loop(TURNS) + "; times")));
        Matcher used = USED.matcher(ended.out());
        if (!used.find()) {
            throw new IOException("the shell's times are unreadable: " + ended.out() + ended.err());
        }
        double seconds = seconds(used.group(1), used.group(2)) + seconds(used.group(3), used.group(4));
        return new Work(TURNS / Math.max(0.01, seconds));
    }

    private static double seconds(String minutes, String seconds) {
        return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds.replace(',', '.'));
    }

    /** A line of shell that works for so long. */
    String lasting(Duration time) {
        return loop(Math.round(time.toNanos() / 1e9 * turnsPerSecond));
    }

    private static String loop(long turns) {
        return "i=0; while [ $i -lt " + turns + " ]; do i=$((i+1)); done";
    }
}
