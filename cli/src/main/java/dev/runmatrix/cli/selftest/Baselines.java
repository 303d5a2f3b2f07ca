// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A baseline that this run must not be compared with. */
final class Baselines {

    private static final int USAGE = 2;
    private static final String NAME = "earlier";

    private Baselines() {}

    static void ofAnotherMachine(Stage stage) throws IOException, InterruptedException {
        Matrix matrix = Matrix.of("{forks: 1, warmup: {forks: 0}, twin: false, repeat_contaminated: 0}")
                .with("sleeps", List.of("sleep", "0.1"));
        stage.write(Matrix.FILE, matrix.yaml());
        stage.runs(0, "run");
        stage.runs(0, "baseline", "save", NAME);
        stage.runs(0, "compare", NAME, "latest");

        moveElsewhere(stage.home().resolve("baselines"));
        Harness.Ended refused = stage.runs(USAGE, "compare", NAME, "latest");
        Harness.Ended run = stage.runs(0, "run", "--baseline", NAME);

        String word = "machine class";
        stage.findings()
                .holds("what compare says", "'" + word + "'", refused.err().contains(word), refused.err());
        stage.findings().holds("what run says", "'" + word + "'", run.out().contains(word), run.out());
        stage.findings().equal("a ratio is shown", false, run.out().contains("95 % interval"));
    }

    /** As if other hardware had measured it. */
    private static void moveElsewhere(Path baselines) throws IOException {
        try (var files = Files.walk(baselines)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        file, text.replaceAll("(\"machine_class_hash\"\\s*:\\s*\")[^\"]*", "$10123456789abcdef"));
            }
        }
    }
}
