// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.util.List;

/** A harness that is ended while it measures, and another one that finds it measuring. */
final class Endings {

    private static final int TERMINATED = 143;
    private static final int LOCKED = 75;
    private static final int FORKS = 4;
    private static final String MEASURE =
            "{forks: " + FORKS + ", warmup: {forks: 0}, twin: false, repeat_contaminated: 0}";

    private Endings() {}

    static void killAndResume(Stage stage) throws IOException, InterruptedException {
        toys(stage);
        Harness harness = stage.start("run");
        stage.findings().equal("it made three forks before it was killed", true, stage.awaitForks(harness, 3));

        harness.kill();
        stage.nobodyIsLeft();
        List<ForkRecord> before = stage.latest().forks();
        stage.runs(0, "run", "--resume", "latest");

        StoredRun whole = stage.latest();
        stage.findings()
                .equal(
                        "the forks that were there before are there still",
                        before,
                        whole.forks()
                                .subList(
                                        0, Math.min(before.size(), whole.forks().size())));
        isWhole(stage, whole);
    }

    static void terminate(Stage stage) throws IOException, InterruptedException {
        toys(stage);
        Harness harness = stage.start("run");
        stage.findings().equal("it made a fork before it was ended", true, stage.awaitForks(harness, 1));

        harness.terminate();
        Harness.Ended ended = stage.await(harness);

        stage.findings().equal("exit status", TERMINATED, ended.status());
        stage.findings()
                .equal(
                        "state of the run",
                        RunState.INTERRUPTED,
                        stage.latest().run().state());
        stage.nobodyIsLeft();
        stage.runs(0, "run", "--resume", "latest");
        isWhole(stage, stage.latest());
    }

    static void secondHarness(Stage stage) throws IOException, InterruptedException {
        toys(stage);
        Harness first = stage.start("run");
        stage.findings().equal("it makes forks", true, stage.awaitForks(first, 1));

        stage.runs(LOCKED, "run");

        stage.findings().equal("the first one goes on", 0, stage.await(first).status());
    }

    private static void toys(Stage stage) throws IOException {
        Matrix matrix = Matrix.of(MEASURE).with("one", List.of("sleep", "0.3")).with("two", List.of("sleep", "0.31"));
        stage.write(Matrix.FILE, matrix.yaml());
    }

    /** Every fork is there once and ended well. */
    static void isWhole(Stage stage, StoredRun run) {
        Findings findings = stage.findings();
        findings.equal("state of the run", RunState.COMPLETE, run.run().state());
        int planned =
                run.run().plan().cells().size() * run.run().spec().protocol().forks();
        findings.equal("attempts", planned, run.forks().size());
        findings.equal(
                "different forks among them",
                (long) planned,
                run.forks().stream()
                        .map(fork -> fork.cell() + "." + fork.fork())
                        .distinct()
                        .count());
        findings.equal(
                "forks that ended well",
                (long) planned,
                run.forks().stream()
                        .filter(fork -> fork.status() == ForkStatus.OK)
                        .count());
    }
}
