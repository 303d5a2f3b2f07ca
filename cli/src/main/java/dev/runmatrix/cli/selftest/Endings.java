// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A harness that is ended while it measures, and another one that finds it measuring. */
final class Endings {

    private static final int TERMINATED = 143;
    private static final int LOCKED = 75;
    private static final int FORKS = 3;
    private static final int FORKS_BEFORE = 4;
    private static final String ASLEEP = "asleep";
    private static final String QUICKLY = "quickly";
    private static final String MEASURE =
            "{forks: " + FORKS + ", warmup: {forks: 0}, twin: false, repeat_contaminated: 0}";

    private Endings() {}

    static void killAndResume(Stage stage) throws IOException, InterruptedException {
        Harness harness = inTheMiddle(stage);

        harness.kill();
        stage.nobodyIsLeft();
        List<ForkRecord> before = stage.latest().forks();

        Findings findings = stage.findings();
        findings.equal("forks that are kept", FORKS_BEFORE, before.size());
        goOn(stage);
        List<ForkRecord> whole = stage.latest().forks();
        findings.equal(
                "the forks that were kept are there still",
                before,
                whole.stream().limit(before.size()).toList());
    }

    static void terminate(Stage stage) throws IOException, InterruptedException {
        Harness harness = inTheMiddle(stage);

        harness.terminate();
        Harness.Ended ended = stage.await(harness);

        RunRecord run = stage.latest().run();
        Findings findings = stage.findings();
        findings.status("run", TERMINATED, ended);
        findings.equal("exit status that is stored", Optional.of(TERMINATED), run.exitCode());
        findings.equal("state of the run", RunState.INTERRUPTED, run.state());
        stage.nobodyIsLeft();
        goOn(stage);
    }

    static void secondHarness(Stage stage) throws IOException, InterruptedException {
        Harness first = inTheMiddle(stage);

        stage.runs(LOCKED, "run");

        stage.findings().equal("the first one goes on", true, first.isAlive());
        first.kill();
    }

    /** A harness whose fifth fork would sleep for a minute, and has begun to. */
    private static Harness inTheMiddle(Stage stage) throws IOException, InterruptedException {
        String slow = "[ $RM_FORK = 3 ] && [ ! -e " + QUICKLY + " ] && touch " + ASLEEP + " && exec sleep 60; ";
        Matrix matrix = Matrix.of(MEASURE).with("one", slow + "exec sleep 0.1").with("two", slow + "exec sleep 0.11");
        stage.write(Matrix.FILE, matrix.yaml());
        Harness harness = stage.start("run");
        stage.findings().equal("its fifth fork runs", true, stage.awaitFile(harness, ASLEEP));
        return harness;
    }

    private static void goOn(Stage stage) throws IOException, InterruptedException {
        stage.write(QUICKLY, "");
        stage.runs(0, "run", "--resume", "latest");
        isWhole(stage, stage.latest());
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
