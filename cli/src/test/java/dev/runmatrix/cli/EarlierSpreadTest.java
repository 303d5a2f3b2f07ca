// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierSpreadTest {

    private static final RunRecord RUN = StoredRuns.of(List.of(), List.of()).run();
    private static final Environment HERE = RUN.environment();

    @TempDir
    private Path results = Path.of("");

    @Test
    void theSpreadIsThatOfTheCleanForksOfEachCell() throws IOException {
        RunStore store = RunStore.create(results, RUN);
        double[] walls = {1.00, 1.02, 1.04, 1.06, 1.08};
        for (int i = 0; i < walls.length; i++) {
            store.append(StoredRuns.good("C01", i + 1, walls[i], 1));
            store.append(StoredRuns.good("C02", i + 1, 5 * walls[i], 1));
        }
        store.append(StoredRuns.wrong("C01", 6, "row 1"));
        store.append(StoredRuns.failed("C01", 7, "why"));
        store.append(StoredRuns.good("C01", 0, 9, 1));

        EarlierSpread spread = EarlierSpread.of(results, HERE).orElseThrow();

        assertThat(spread.forks()).isEqualTo(10);
        assertThat(spread.spread()).isCloseTo(1.4826 * Math.log(1.04 / 1.02) * 5 / 4.2, within(0.0005));
    }

    @Test
    void threeForksSayNothing() throws IOException {
        RunStore store = RunStore.create(results, RUN);
        for (int fork = 1; fork <= 3; fork++) {
            store.append(StoredRuns.good("C01", fork, fork, 1));
        }

        assertThat(EarlierSpread.of(results, HERE)).isEmpty();
    }

    @Test
    void runsOnAnotherClassOfMachinesDoNotCount() throws IOException {
        RunStore store = RunStore.create(results, RUN);
        for (int fork = 1; fork <= 6; fork++) {
            store.append(StoredRuns.good("C01", fork, fork, 1));
        }

        assertThat(EarlierSpread.of(results, HERE)).isPresent();
        assertThat(EarlierSpread.of(results, elsewhere())).isEmpty();
    }

    private static Environment elsewhere() {
        return new Environment(
                "another class",
                HERE.machineClassHash(),
                HERE.machineHash(),
                HERE.cpuModel(),
                HERE.logicalCpus(),
                HERE.grantedCores(),
                HERE.memoryBytes(),
                HERE.grantedMemoryBytes(),
                HERE.swapBytes(),
                HERE.os(),
                HERE.kernel(),
                HERE.jdk(),
                HERE.governor(),
                HERE.hugePages(),
                HERE.virtualMachine(),
                HERE.gitCommit(),
                HERE.gitDirty(),
                HERE.buildDigest());
    }
}
