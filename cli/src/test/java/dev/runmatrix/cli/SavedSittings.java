// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored runs of two cells, of builds and JDKs to choose. */
final class SavedSittings {

    static final List<PlannedCell> CELLS = List.of(
            StoredRuns.cell("C01", true, 1, "mode", "streaming", "max_workers", "1"),
            StoredRuns.cell("C02", false, 4, "mode", "streaming", "max_workers", "4"));

    private static final double[] NOISE = {1.00, 1.01, 0.99, 1.02, 0.98, 1.005};

    private final Path results;

    SavedSittings(Path results) {
        this.results = results;
    }

    /** Stores a run whose first cell takes a second and its second cell so many. */
    void save(String id, String build, String jdk, double seconds) throws IOException {
        save(id, build, jdk, RunState.COMPLETE, forks(seconds));
    }

    void save(String id, String build, String jdk, RunState state, List<ForkRecord> forks) throws IOException {
        RunStore store = RunStore.create(results, built(StoredRuns.named(id, CELLS, state), build, jdk));
        for (ForkRecord fork : StoredRuns.placed(CELLS, forks)) {
            store.append(fork);
        }
    }

    static List<ForkRecord> forks(double seconds) {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < NOISE.length; i++) {
            forks.add(StoredRuns.good("C01", i + 1, NOISE[i], 1));
            forks.add(StoredRuns.good("C02", i + 1, seconds * NOISE[i], 1));
        }
        return forks;
    }

    private static RunRecord built(RunRecord run, String build, String jdk) {
        Environment env = run.environment();
        return new RunRecord(
                run.schema(),
                run.id(),
                run.state(),
                run.startedAt(),
                run.finishedAt(),
                run.toolVersion(),
                run.argv(),
                run.seed(),
                run.estimatedMillis(),
                run.samplerCores(),
                run.spec(),
                run.plan(),
                new Environment(
                        env.machineClass(),
                        env.machineClassHash(),
                        env.machineHash(),
                        env.cpuModel(),
                        env.logicalCpus(),
                        env.grantedCores(),
                        env.memoryBytes(),
                        env.grantedMemoryBytes(),
                        env.swapBytes(),
                        env.os(),
                        env.kernel(),
                        jdk,
                        env.governor(),
                        env.hugePages(),
                        env.virtualMachine(),
                        env.gitCommit(),
                        env.gitDirty(),
                        build),
                run.datasets(),
                run.exitCode(),
                run.sittings(),
                run.ends(),
                Optional.empty());
    }
}
