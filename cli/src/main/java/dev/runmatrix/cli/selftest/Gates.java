// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.util.List;

/** Bounds that are kept, broken, or cannot be judged. */
final class Gates {

    private static final int BROKEN = 1;
    private static final int INCONCLUSIVE = 5;
    private static final int FORKS = 10;
    /** Fewer have no interval at 95 %. */
    private static final int LEAST_CLEAN = 6;

    private Gates() {}

    static void bounds(Stage stage) throws IOException, InterruptedException {
        stage.write(Matrix.FILE, matrix(1, "100ms"));
        says(stage, stage.runs(0, "run"), "1 inconclusive");
        stage.runs(INCONCLUSIVE, "gate", "latest", "--strict");
        stage.runs(INCONCLUSIVE, "run", "--strict");

        stage.write(Matrix.FILE, matrix(FORKS, "5s"));
        stage.write("broken.yaml", matrix(FORKS, "100ms"));
        Harness.Ended kept = stage.runs(0, "run", "--gate");
        long clean =
                stage.forks(1).stream().filter(fork -> !Noise.isDisturbed(fork)).count();
        if (clean < LEAST_CLEAN) {
            stage.runs(0, "gate", "latest", "--file", "broken.yaml");
            stage.findings()
                    .skip(
                            "other programs disturbed " + (FORKS - clean) + " of " + FORKS
                                    + " forks, so that a broken bound may not fail, and it did not; the rest was as it should be");
            return;
        }
        says(stage, kept, "1 of 1 rule kept");
        says(stage, stage.runs(BROKEN, "gate", "latest", "--file", "broken.yaml"), "FAIL");
    }

    private static String matrix(int forks, String most) {
        return Matrix.of("{forks: " + forks + ", warmup: {forks: 0}, twin: false, repeat_contaminated: 0}")
                .with("sleeps", List.of("sleep", "0.2"))
                .with("gate: {rules: [{metric: wall, max: " + most + "}]}\n")
                .yaml();
    }

    private static void says(Stage stage, Harness.Ended ended, String word) {
        stage.findings().holds("what is said of the gate", word, ended.out().contains(word), ended.out());
    }
}
