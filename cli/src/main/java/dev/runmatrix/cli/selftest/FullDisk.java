// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli.selftest;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A disk without room: what was measured before is kept, and the rest can be made once there is room again. */
final class FullDisk {

    private static final int IO_FAILURE = 74;
    private static final int KEPT = 2;

    private FullDisk() {}

    static void fill(Stage stage) throws IOException, InterruptedException {
        Optional<SmallDisk> mounted = SmallDisk.over(stage);
        if (mounted.isEmpty()) {
            stage.findings().skip("no small file system can be mounted here (unshare, nsenter and mount are needed)");
            return;
        }
        SmallDisk disk = mounted.get();
        Matrix matrix = Matrix.of("{forks: 4, warmup: {forks: 0}, twin: false, repeat_contaminated: 0}")
                .with(
                        "fills",
                        "[ \"$RM_FORK\" = " + (KEPT + 1) + " ] && [ ! -e filled ] && touch filled"
                                + " && cat /dev/zero >ballast; sleep 0.1; exit 0");
        Files.writeString(disk.home().resolve(Matrix.FILE), matrix.yaml());

        Harness.Ended full = stage.await(disk.start("run"));

        Path latest = disk.home().resolve("results/latest");
        Findings findings = stage.findings();
        findings.status("the run that fills the disk", IO_FAILURE, full);
        findings.holds("what is said", "a word on making room", full.err().contains("make room"), full.err());
        List<ForkRecord> kept = stage.stored(latest).forks();
        findings.holds("forks that are kept", KEPT + " or more", kept.size() >= KEPT, kept.size());
        Files.deleteIfExists(disk.home().resolve("ballast"));
        findings.status("the run that goes on", 0, stage.await(disk.start("run", "--resume", "latest")));
        StoredRun whole = stage.stored(latest);
        findings.equal(
                "the forks that were kept are there still",
                kept,
                whole.forks().stream().limit(kept.size()).toList());
        Endings.isWhole(stage, whole);
    }
}
