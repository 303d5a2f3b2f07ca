// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessSearchTest {

    private FakeProc proc;

    @BeforeEach
    void makeProcesses(@TempDir Path folder) throws Exception {
        proc = new FakeProc(folder)
                .process(2, 0, 1, 0)
                .process(50, 1, 90_000, 0, "sh", "-c", "run-matrix triage --name job.py")
                .process(51, 50, 90_100, 0, "java", "triage", "--name", "job.py")
                .process(60, 1, 20_000, 40_000 - 5, "python3", "job.py", "--password=hunter2");
    }

    @Test
    void neitherItselfNorWhatStartedItIsFound() {
        assertThat(find("job.py")).extracting(ProcessSearch.Found::pid).containsExactly(60L);
    }

    @Test
    void ageAndMeanCoresAreThoseOfItsWholeLife() {
        ProcessSearch.Found found = find("job.py").get(0);

        assertThat(found.age()).isEqualTo(Duration.ofSeconds(800));
        assertThat(found.cpuCores()).isEqualTo(0.5);
        assertThat(found.command()).isEqualTo("python3 job.py --password=***");
    }

    @Test
    void theOneThatStartedAllOthersStandsForThem() throws Exception {
        proc.process(61, 60, 30_000, 0, "python3", "job.py", "worker");

        assertThat(find("job.py")).extracting(ProcessSearch.Found::pid).containsExactly(60L);
    }

    @Test
    void severalThatStandApartAreAllFound() throws Exception {
        proc.process(70, 1, 10_000, 0, "python3", "job.py");

        assertThat(find("job.py")).extracting(ProcessSearch.Found::pid).containsExactly(70L, 60L);
    }

    private List<ProcessSearch.Found> find(String text) {
        return new ProcessSearch(proc.root(), 51).byCommand(text);
    }
}
