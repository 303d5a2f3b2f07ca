// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.NoiseEvidence;
import dev.runmatrix.harness.statistics.Contamination;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** A neighbour that keeps a core busy while the harness measures. */
final class Noise {

    private static final String TWO_FORKS = "{forks: 2, warmup: {forks: 0}, twin: false, repeat_contaminated: 1}";

    private Noise() {}

    static void busyNeighbour(Stage stage) throws IOException, InterruptedException {
        if (!isLinux()) {
            stage.findings().skip("what other programs use can be seen on Linux only");
            return;
        }
        stage.write(
                Matrix.FILE,
                Matrix.of(TWO_FORKS).with("sleeps", List.of("sleep", "0.4")).yaml());
        Harness burner = beside(stage);

        stage.runs(0, "run");

        List<ForkRecord> forks = stage.forks(1);
        Findings findings = stage.findings();
        findings.equal("the neighbour still burns", true, burner.isAlive());
        findings.equal("attempts, each fork made again once", 4, forks.size());
        findings.equal(
                "disturbed attempts",
                (long) forks.size(),
                forks.stream().filter(Noise::isDisturbed).count());
        findings.holds(
                "cores of others",
                "0.5 or more",
                forks.stream().allMatch(fork -> foreignCores(fork) >= 0.5),
                forks.stream().map(Noise::foreignCores).toList());
    }

    /** A neighbour that ends with the scenario. */
    static Harness beside(Stage stage) throws IOException {
        return stage.start(stage.folder(), stage.program().companion(Toy.BURN));
    }

    static boolean isLinux() {
        return Files.isReadable(Path.of("/proc/self/environ"));
    }

    /** Whether the harness has written down that something disturbed a fork. */
    static boolean isDisturbed(ForkRecord fork) {
        return fork.noise().filter(Noise::isBeyondTheLimits).isPresent();
    }

    private static boolean isBeyondTheLimits(NoiseEvidence noise) {
        OptionalDouble steal =
                noise.stealFraction().stream().mapToDouble(share -> share).findFirst();
        return Contamination.of(noise.foreignCores(), steal);
    }

    private static double foreignCores(ForkRecord fork) {
        return fork.noise().map(NoiseEvidence::foreignCores).orElse(0.0);
    }
}
