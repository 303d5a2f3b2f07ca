// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.result.Baseline;
import dev.runmatrix.harness.result.BaselineName;
import dev.runmatrix.harness.result.BaselineStore;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final double[] NOISE = {1.00, 1.01, 0.99, 1.005};

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void atHome() {
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    /** Nights of two cells; the second one takes half as long again from a night on. */
    private void nights(int count, int stepAt) throws IOException {
        for (int night = 0; night < count; night++) {
            double seconds = (night >= stepAt ? 3 : 2) * (1 + 0.001 * (night % 5));
            night(night, seconds);
        }
    }

    private void night(int night, double seconds) throws IOException {
        List<ForkRecord> forks = new ArrayList<>();
        for (int i = 0; i < NOISE.length; i++) {
            forks.add(StoredRuns.good("C01", i + 1, NOISE[i], 1));
            forks.add(StoredRuns.good("C02", i + 1, seconds * NOISE[i], 1));
        }
        new SavedSittings(home.resolve("results")).save(id(night), "b" + night, "17", RunState.COMPLETE, forks);
    }

    private static String id(int night) {
        return String.format("202601%02dT020000Z-%07x", night + 1, night + 0xa0);
    }

    private int run(String... args) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out), new PrintWriter(err), args);
    }

    @Test
    void aStepIsToldIn80ColumnsAndFailsOnlyWhereThatWasAskedFor() throws IOException {
        nights(15, 9);

        assertThat(run("history")).isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(out.toString())
                .contains("1 lasting change of wall time in 15 runs: in 1")
                .contains("C02 streaming 4 workers ", "▲", "1 cell: more wall time since run " + id(9))
                .contains("+50 % of 2.0");
        assertThat(run("history", "--fail-on", "change")).isEqualTo(1);
        assertThat(run("history", "--fail-on", "change", "--cells", "C01")).isZero();
        assertThat(run("history", "--fail-on", "change", "--only", "max_workers=1"))
                .isZero();
        assertThat(run("history", "rss_peak", "--fail-on", "change")).isZero();
    }

    @Test
    void tooFewRunsSayHowManyMoreAreNeeded() throws IOException {
        nights(3, 9);

        assertThat(run("history")).isZero();
        assertThat(out.toString()).contains("7 more", "are needed");
    }

    @Test
    void noRunIsSaidSo() {
        assertThat(run("history")).isZero();
        assertThat(out.toString()).contains("No stored run to look at.");
    }

    @Test
    void theNewestRunsAreTakenAndTheRestIsSaidToBeLeftOut() throws IOException {
        nights(15, 9);

        assertThat(run("history", "--last", "12", "--format", "json")).isZero();

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("series").get(0).path("runs")).hasSize(12);
        assertThat(json.path("left_out").get(0).asText()).isEqualTo("3 older runs; --last 0 takes all");
        assertThat(err.toString()).contains("left out: 3 older runs");
    }

    @Test
    void aRunThatCannotBeReadIsALineOnStandardErrorAndNoReasonToStop() throws IOException {
        nights(3, 9);
        Path foreign = home.resolve("results").resolve("20260201T000000Z-f00");
        Files.createDirectories(foreign);
        Files.writeString(foreign.resolve(RunStore.RUN_FILE), "{\"schema\":\"run-matrix/run/v1\"}");

        assertThat(run("history")).isZero();

        assertThat(err.toString().lines()).hasSize(1);
        assertThat(err.toString()).contains("left out: ", "run-matrix/run/v1");
    }

    @Test
    void aRunThatOnlyABaselineKeptIsAPointAndACopyIsNone() throws Exception {
        nights(3, 9);
        Path first = home.resolve("results").resolve(id(0));
        save("release-1", first);
        save("release-2", home.resolve("results").resolve(id(1)));
        try (var files = Files.list(first)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(first);

        assertThat(run("history", "--format", "json")).isZero();

        JsonNode series =
                new ObjectMapper().readTree(out.toString()).path("series").get(0);
        assertThat(series.path("runs")).hasSize(3);
        assertThat(series.path("pinned_baseline").asText()).isEqualTo("release-2");
        assertThat(run("history", "--pinned", "release-1", "--format", "json")).isZero();
        assertThat(out.toString()).contains("\"pinned_baseline\" : \"release-1\"");
        assertThat(run("history", "--pinned", "release-3")).isEqualTo(2);
        assertThat(err.toString()).contains("no such baseline; these are release-2, release-1");
    }

    private void save(String name, Path run) throws Exception {
        Instant when = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(name.hashCode() & 0xff);
        new BaselineStore(home.resolve("baselines"))
                .write(Baseline.of(new BaselineName(name), RunStore.read(run), when));
    }

    @Test
    void otavaGetsARowARunAndAColumnACell() throws IOException {
        nights(2, 9);

        assertThat(run("history", "cpu", "--format", "otava")).isZero();

        List<String> lines = out.toString().lines().toList();
        PlannedCell second = SavedSittings.CELLS.get(1);
        assertThat(lines.get(0))
                .startsWith("time,commit,run,cpu_C01_")
                .endsWith("cpu_C02_" + second.cell().id());
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).matches("2026-01-01T00:00:00Z,," + id(0) + ",1\\.00\\d*,2\\.0\\d*");
    }

    @Test
    void aPageGoesToTheFileThatWasNamed() throws IOException {
        nights(2, 9);
        Path page = home.resolve("h.html");

        assertThat(run("history", "--format", "html", "--out", page.toString())).isZero();

        assertThat(out.toString()).isEmpty();
        assertThat(page).content().startsWith("<!DOCTYPE html>").contains("History of wall time");
        assertThat(run(
                        "history",
                        "--format",
                        "md",
                        "--out",
                        home.resolve("no/such/folder.md").toString()))
                .isEqualTo(74);
    }

    @Test
    void whatDoesNotExistIsRefusedWithTheChoice() throws IOException {
        nights(2, 9);

        assertThat(run("history", "speed")).isEqualTo(2);
        assertThat(err.toString()).contains("wall, cpu, rss_peak");
        assertThat(run("history", "--since", "yesterday")).isEqualTo(2);
        assertThat(run("history", "--cells", "C09")).isEqualTo(2);
        assertThat(err.toString()).contains("C01, C02");
        assertThat(run("history", "--only", "mode=turbo")).isEqualTo(2);
        assertThat(run("history", "--results", home.resolve("none").toString())).isEqualTo(2);
        assertThat(run("history", "--last", "-1")).isEqualTo(2);
    }

    @Test
    void olderRunsThanAskedForAreLeftOut() throws IOException {
        nights(2, 9);

        assertThat(run("history", "--since", "2026-01-01")).isZero();
        assertThat(out.toString()).contains("Runs: 2");
        assertThat(run("history", "--since", "2026-01-02")).isZero();
        assertThat(out.toString()).contains("No stored run");
        assertThat(run("history", "--since", "30d")).isZero();
    }

    @Test
    void progressIsSaidOnceItTakesLong() {
        long[] now = {0};
        ReadingProgress progress = new ReadingProgress(new PrintWriter(err), () -> now[0]);

        IntStream.rangeClosed(1, 50).forEach(run -> {
            progress.accept(run, 50);
            now[0] += 100_000_000;
        });

        assertThat(err.toString().lines())
                .containsExactly("run-matrix: reading run 21 of 50", "run-matrix: reading run 41 of 50");
    }
}
