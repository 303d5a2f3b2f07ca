// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Toys that do not do their work, or more than that. */
final class Faults {

    /** Documented of {@code run}: a cell failed. */
    private static final int CELL_FAILED = 3;

    private static final int WRONG_OUTPUT = 4;
    private static final String ONCE =
            "{forks: 1, warmup: {forks: 0}, twin: false, repeat_contaminated: 0, " + "timeout: 3s, stall_timeout: 1s}";
    private static final String GOOD = "printf 'a\\n1\\n' >{out}";

    private Faults() {}

    static void wrongOutput(Stage stage) throws IOException, InterruptedException {
        wrongOutput(stage, "printf 'a\\n2\\n' >{out}");
    }

    /** The same with another toy in the place of the one that writes what it should not. */
    static void wrongOutput(Stage stage, String wrong) throws IOException, InterruptedException {
        // The warm-up of the reference comes first: its output is what others are compared with.
        Matrix matrix = Matrix.of(ONCE.replace("warmup: {forks: 0}", "warmup: {forks: 1}"))
                .with("good", GOOD)
                .with("wrong", wrong);
        stage.write(Matrix.FILE, matrix.yaml());

        Harness.Ended ended = stage.runs(WRONG_OUTPUT, "run");

        Findings findings = stage.findings();
        findings.equal("output of the good cell is wrong", false, isWrong(stage, 1));
        findings.equal("output of the wrong cell is wrong", true, isWrong(stage, 2));
        findings.holds("table", "the word WRONG", ended.out().contains("WRONG"), ended.out());
    }

    static void hang(Stage stage) throws IOException, InterruptedException {
        Matrix matrix = Matrix.of(ONCE)
                .with("good", GOOD)
                .with("waits", "exec sleep 60")
                .with("spins", "while :; do :; done");
        stage.write(Matrix.FILE, matrix.yaml());

        Harness.Ended ended = stage.runs(CELL_FAILED, "run");

        expect(stage, 1, ForkStatus.OK, Optional.empty());
        expect(stage, 2, ForkStatus.TIMED_OUT, Optional.of(FailureKind.STALLED));
        expect(stage, 3, ForkStatus.TIMED_OUT, Optional.of(FailureKind.TIMEOUT));
        named(stage, ended, "stall_timeout");
        named(stage, ended, "timeout 3 s");
        stage.nobodyIsLeft();
    }

    static void outOfMemory(Stage stage) throws IOException, InterruptedException {
        Matrix matrix =
                Matrix.of(ONCE).with("good", GOOD).with("fills", stage.program().toy(Toy.FILL_HEAP));
        stage.write(Matrix.FILE, matrix.yaml());

        Harness.Ended ended = stage.runs(CELL_FAILED, "run");

        expect(stage, 1, ForkStatus.OK, Optional.empty());
        expect(stage, 2, ForkStatus.FAILED, Optional.of(FailureKind.OUT_OF_MEMORY));
        named(stage, ended, "out of memory");
    }

    /** The aggregator itself, in the JVM that is measured otherwise, with a heap that is too small. */
    static void outOfMemoryInTheRegion(Stage stage) throws IOException, InterruptedException {
        stage.write(
                Matrix.FILE,
                "schema: run-matrix/v1\ntitle: Selftest\nquestion: Is it told?\naxes: {dataset: [tiny], mode: [in-memory], parallel_chunks: [true], max_workers: [1], chunk_size: [100]}\n"
                        + "target: {kind: jmh, jvm_args: [-Xmx5m, -XX:+UseSerialGC]}\nmeasure: "
                        + ONCE.replace("stall_timeout: 1s", "stall_timeout: 20s")
                                .replace("timeout: 3s", "timeout: 60s")
                        + "\n");

        Harness.Ended ended = stage.runs(CELL_FAILED, "run");

        expect(stage, 1, ForkStatus.FAILED, Optional.of(FailureKind.OUT_OF_MEMORY));
        named(stage, ended, "out of memory");
    }

    static void exit(Stage stage) throws IOException, InterruptedException {
        Matrix matrix = Matrix.of(ONCE)
                .with("good", GOOD)
                .with("shell", "exit 5")
                .with("jvm", stage.program().toy(Toy.EXIT))
                .with("killed", "kill -9 $$");
        stage.write(Matrix.FILE, matrix.yaml());

        stage.runs(CELL_FAILED, "run");

        expect(stage, 1, ForkStatus.OK, Optional.empty());
        expect(stage, 2, ForkStatus.FAILED, Optional.of(FailureKind.CRASHED));
        expect(stage, 3, ForkStatus.FAILED, Optional.of(FailureKind.CRASHED));
        expect(stage, 4, ForkStatus.FAILED, Optional.of(FailureKind.KILLED));
        stage.findings().equal("exit status of the shell", Optional.of(5), exitCode(stage, 2));
        stage.findings().equal("exit status of the JVM", Optional.of(Toy.EXIT_STATUS), exitCode(stage, 3));
    }

    static void grandchild(Stage stage) throws IOException, InterruptedException {
        Matrix matrix = Matrix.of(ONCE)
                .with("good", GOOD)
                .with("leaves", "(sleep 300 &) ; " + GOOD)
                .with(
                        "hides",
                        "command -v setsid >/dev/null && setsid sleep 300 </dev/null >/dev/null 2>&1 & " + GOOD
                                + "; sleep 0.3");
        stage.write(Matrix.FILE, matrix.yaml());
        if (!Noise.isLinux()) {
            stage.findings().skip("processes that left their parent can be found on Linux only");
            return;
        }

        stage.runs(0, "run");

        stage.findings().equal("processes that the good cell left", 0, strays(stage, 1));
        stage.findings().equal("processes that the second cell left", 1, strays(stage, 2));
        stage.findings().equal("processes that the third cell left", 1, strays(stage, 3));
        stage.nobodyIsLeft();
    }

    private static void expect(Stage stage, int cell, ForkStatus status, Optional<FailureKind> kind)
            throws IOException {
        List<ForkRecord> forks = stage.forks(cell);
        Findings findings = stage.findings();
        findings.equal("attempts of cell " + cell, 1, forks.size());
        for (ForkRecord fork : forks) {
            findings.equal("end of cell " + cell, status, fork.status());
            findings.equal("failure of cell " + cell, kind, fork.failure().map(Failure::kind));
        }
    }

    private static void named(Stage stage, Harness.Ended ended, String words) {
        stage.findings().holds("what is said", "'" + words + "'", ended.err().contains(words), ended.err());
    }

    private static boolean isWrong(Stage stage, int cell) throws IOException {
        return stage.forks(cell).stream()
                .allMatch(fork -> fork.output().filter(OutputCheck::isWrong).isPresent());
    }

    private static Optional<Integer> exitCode(Stage stage, int cell) throws IOException {
        return stage.forks(cell).stream()
                .flatMap(fork -> fork.failure().stream())
                .flatMap(failure -> failure.exitCode().stream())
                .findFirst();
    }

    private static int strays(Stage stage, int cell) throws IOException {
        return stage.forks(cell).stream().mapToInt(ForkRecord::strays).sum();
    }
}
