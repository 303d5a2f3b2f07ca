// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.Protocol;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunStore;
import dev.runmatrix.harness.toy.ToyBenchmark;
import dev.runmatrix.harness.trial.JmhTrialRunner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A harness in a JVM of its own: begins a run of good toys, or goes on with the one that is there. */
final class RestartedHarness {

    static final int COUNTED = 2;

    private RestartedHarness() {}

    @SuppressWarnings("try") // To hold the lock is to use it.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Path latest = folder.resolve(RunIndex.LATEST);
        try (MachineLock lock = MachineLock.acquire(folder)) {
            Protocol protocol =
                    Protocol.fixed(COUNTED, 1, Duration.ofMinutes(2), Duration.ofMinutes(1), Duration.ofMillis(100));
            RunRequest request = ToyRun.of(
                    folder,
                    protocol,
                    List.of(Map.of("do", "write"), Map.of("do", "write", "n", "2")),
                    Optional.empty());
            boolean begun = Files.exists(latest.resolve(RunStore.RUN_FILE));
            SittingTask task = begun
                    ? SittingTask.resume(RunStore.read(latest.toRealPath()), Optional.empty(), false)
                    : SittingTask.begin(Optional.empty(), false);
            JmhTrialRunner runner = new JmhTrialRunner(Machine.open(), ToyBenchmark.NAME);
            Path run = new MatrixRun(request, task, runner, new RunListener() {}).execute();
            System.exit(RunStore.read(run).run().exitCode().orElseThrow());
        }
    }
}
