// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.matrix.ScheduledFork;
import dev.runmatrix.harness.resource.Machine;
import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.toy.ToyBenchmark;
import dev.runmatrix.harness.trial.JmhTrialRunner;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A harness in a JVM of its own: measures a good toy, then one that never ends. */
final class ToyHarness {

    /** What it prints once the fork that never ends is running. */
    static final String STUCK = "stuck";

    private ToyHarness() {}

    @SuppressWarnings("try") // To hold the lock is to use it.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        PrintStream out = System.out;
        try (Interruption interruption = Interruption.watch();
                MachineLock lock = MachineLock.acquire(folder)) {
            RunRequest request = ToyRun.of(folder, 1, 1, List.of(Map.of("do", "write"), Map.of("do", "sleep")));
            JmhTrialRunner runner = new JmhTrialRunner(Machine.open(), ToyBenchmark.NAME);
            MatrixRun run = new MatrixRun(request, runner, new Announcer(out));
            interruption.stopWith(run::interrupt);
            run.execute();
        }
    }

    /** Tells when the second toy has begun its work. */
    private static final class Announcer implements RunListener {

        private final PrintStream out;
        private Path output = Path.of("");
        private boolean told;
        private String cell = "";

        Announcer(PrintStream out) {
            this.out = out;
        }

        @Override
        public void runStarted(RunRecord run, Path directory, List<ScheduledFork> order) {
            output = directory.resolve("work").resolve("output.parquet");
        }

        @Override
        public void forkStarted(ScheduledFork fork, PlannedCell started) {
            cell = fork.cell();
        }

        @Override
        public void forkSampled(ResourceSample sample) {
            if (cell.equals("C02") && !told && Files.exists(output)) {
                out.println(STUCK);
                told = true;
            }
        }
    }
}
