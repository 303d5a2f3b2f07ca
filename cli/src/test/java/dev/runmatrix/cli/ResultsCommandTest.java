// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.MachineLock;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunIndex;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";
    private static final String OLDEST = "20260101T000000Z-aaaaaaa";
    private static final String MIDDLE = "20260102T000000Z-bbbbbbb";
    private static final String KILLED = "20260103T000000Z-ccccccc";
    private static final String NEWEST = "20260104T000000Z-ddddddd";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path results = Path.of("");

    @BeforeEach
    void someRuns() throws IOException {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
        results = home.resolve("results");
        store(OLDEST, RunState.COMPLETE);
        store(MIDDLE, RunState.COMPLETE);
        store(KILLED, RunState.RUNNING);
        store(NEWEST, RunState.INTERRUPTED);
        new RunIndex(results).pointLatestTo(NEWEST);
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void theListHasALineForEachRunTheNewestFirst() {
        assertThat(run("results", "list")).isZero();

        assertThat(out.toString().lines())
                .allMatch(line -> line.length() <= 80)
                .satisfiesExactly(
                        head -> assertThat(head).startsWith("RUN").contains("END", "EXIT", "FORKS"),
                        line -> assertThat(line).startsWith(NEWEST).contains("interrupted"),
                        line -> assertThat(line).startsWith(KILLED).contains("not ended"),
                        line -> assertThat(line).startsWith(MIDDLE).contains("complete", " 0 ", " t"),
                        line -> assertThat(line).startsWith(OLDEST));
    }

    @Test
    void theListForProgramsHasAllThatIsKnown() throws IOException {
        run("results", "list", "--format", "json");

        JsonNode runs = new ObjectMapper().readTree(out.toString()).path("runs");
        assertThat(runs).hasSize(4);
        assertThat(runs.path(1).path("state").asText()).isEqualTo("running");
        assertThat(runs.path(3).path("attempts").asInt()).isEqualTo(2);
    }

    @Test
    void aDamagedRunIsNamedAndTheOthersAreShown() throws IOException {
        Files.writeString(results.resolve(MIDDLE).resolve(RunStore.RUN_FILE), "{");

        assertThat(run("results", "list")).isZero();

        assertThat(out.toString()).contains(OLDEST, NEWEST, MIDDLE + "/run.json:");
    }

    @Test
    void aRunIsShownWithItsCellsAndEnds() {
        assertThat(run("results", "show", "latest")).isZero();

        assertThat(out.toString()).startsWith(NEWEST + ": t\n").contains("C01", "--resume " + NEWEST);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void pruningKeepsTheNewestTheLatestAndWhatABaselineNames() throws IOException {
        Files.createDirectories(home.resolve("baselines"));
        Files.writeString(home.resolve("baselines/release.json"), "{\"run\":\"" + OLDEST + "\"}");

        assertThat(run("results", "prune", "--keep", "0")).isZero();

        assertThat(ids()).containsExactly(OLDEST, NEWEST);
        assertThat(out.toString().lines())
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo(OLDEST + ": kept, a file in baselines/ names it"),
                        line -> assertThat(line).startsWith(MIDDLE + ": removed, "),
                        line -> assertThat(line).startsWith(KILLED + ": removed, "),
                        line -> assertThat(line).isEqualTo(NEWEST + ": kept, it is the latest"));
    }

    @Test
    void aRunThatMayBeBeingWrittenStays() throws Exception {
        try (MachineLock lock = MachineLock.acquire(home)) {
            assertThat(lock).isNotNull();
            run("results", "prune", "--keep", "1");
        }

        assertThat(ids()).containsExactly(KILLED, NEWEST);
        assertThat(out.toString()).contains(KILLED + ": kept, it is being measured");
    }

    @Test
    void aDryRunRemovesNothing() throws IOException {
        run("results", "prune", "--keep", "1", "--dry-run");

        assertThat(ids()).hasSize(4);
        assertThat(out.toString()).contains(OLDEST + ": would be removed");
    }

    @Test
    void wrongArgumentsAreToldWithTheWayOut() {
        assertThat(run("results", "prune")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("results", "prune", "--keep", "-1")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("results")).isEqualTo(ExitCode.USAGE.status());
        assertThat(run("results", "show", "nothing")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("use 0 or more", "list, show RUN or prune --keep N", "no such run");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private List<String> ids() throws IOException {
        return StoredRunList.newestFirst(results).stream()
                .map(run -> run.getFileName().toString())
                .sorted()
                .toList();
    }

    private void store(String id, RunState state) throws IOException {
        List<PlannedCell> cells = List.of(StoredRuns.cell("C01", true, 1, "mode", "streaming"));
        RunRecord run = StoredRuns.named(id, cells, RunState.RUNNING);
        RunStore store = RunStore.create(results, run);
        for (ForkRecord fork :
                StoredRuns.placed(cells, List.of(StoredRuns.good("C01", 1, 1, 1), StoredRuns.failed("C01", 2, "no")))) {
            store.append(fork);
        }
        if (state != RunState.RUNNING) {
            store.write(run.ended(state, Instant.EPOCH, Optional.empty(), 0));
        }
    }
}
