// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * How a shell of this machine does work: so many turns of a loop in a second of CPU time.
 *
 * @param turnsPerSecond above 0
 */
record Work(double turnsPerSecond) {

    private static final int TURNS = 50_000;
    private static final int ATTEMPTS = 5;

    /** Measures it; the fastest attempt counts, as others can only slow it down. */
    static Work measured(Stage stage) throws IOException, InterruptedException {
        long fastestNanos = Long.MAX_VALUE;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            long began = System.nanoTime();
            stage.await(stage.start(stage.folder(), List.of("sh", "-c", loop(TURNS))));
            fastestNanos = Math.min(fastestNanos, System.nanoTime() - began);
        }
        return new Work(TURNS / (fastestNanos / 1e9));
    }

    /** A line of shell that works for so long. */
    String lasting(Duration time) {
        return loop(Math.round(time.toNanos() / 1e9 * turnsPerSecond));
    }

    private static String loop(long turns) {
        return "i=0; while [ $i -lt " + turns + " ]; do i=$((i+1)); done";
    }
}
