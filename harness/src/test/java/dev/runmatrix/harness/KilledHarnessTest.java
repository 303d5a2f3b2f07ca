// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.result.StoredRun;
import dev.runmatrix.harness.toy.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed at random moments; {@code -Drunmatrix.kills=20} kills more of them. */
class KilledHarnessTest {

    private static final int KILLS = Integer.getInteger("runmatrix.kills", 2);
    private static final int LONGEST_LIFE_MILLIS = 12_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void afterAKillAtAnyMomentNoForkIsLostNoneIsMadeTwiceAndNoProcessIsLeft() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int kill = 1; kill <= KILLS; kill++) {
            Path results = Files.createDirectory(folder.resolve("kill" + kill));
            List<ForkRecord> before = killedAfter(random.nextInt(LONGEST_LIFE_MILLIS), results);

            Process resuming = start(results);

            assertThat(resuming.waitFor(5, TimeUnit.MINUTES)).isTrue();
            assertThat(resuming.exitValue()).as("seed %d, kill %d", seed, kill).isZero();
            isWhole(RunStore.read(results.resolve(RunIndex.LATEST).toRealPath()), before);
        }
    }

    private List<ForkRecord> killedAfter(int millis, Path results) throws Exception {
        Process harness = start(results);
        List<ProcessHandle> forks = new ArrayList<>();
        if (!harness.waitFor(millis, TimeUnit.MILLISECONDS)) {
            harness.descendants().forEach(forks::add);
            harness.destroyForcibly().waitFor();
        }
        Path latest = results.resolve(RunIndex.LATEST);
        List<ForkRecord> made = Files.exists(latest.resolve(RunStore.RUN_FILE))
                ? RunStore.read(latest).forks()
                : List.of();
        assertThat(forks).allMatch(fork -> Processes.end(fork.pid()));
        return made;
    }

    private static void isWhole(StoredRun stored, List<ForkRecord> before) {
        assertThat(stored.run().state()).isEqualTo(RunState.COMPLETE);
        assertThat(stored.forks()).hasSize(2 * (1 + RestartedHarness.COUNTED));
        assertThat(stored.forks().subList(0, before.size())).isEqualTo(before);
        assertThat(stored.forks()).allMatch(fork -> fork.status() == ForkStatus.OK);
        assertThat(stored.forks()).extracting(ForkRecord::attempt).doesNotHaveDuplicates();
        assertThat(stored.forks())
                .extracting(fork -> fork.cell() + "." + fork.fork())
                .doesNotHaveDuplicates();
        assertThat(stored.directory().resolve("work")).doesNotExist();
    }

    private static Process start(Path results) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RestartedHarness.class.getName(),
                        results.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
