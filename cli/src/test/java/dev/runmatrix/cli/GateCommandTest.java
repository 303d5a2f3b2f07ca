// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.matrix.CellFilter;
import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";
    private static final String BASE = "20260101T000000Z-aaaaaaa";
    private static final String SLOWER = "20260102T000000Z-bbbbbbb";
    private static final String AT_MOST = "{metric: wall, max: 2500ms}";
    private static final String GROWTH = "{metric: wall, cells: \"max_workers=4\", max_increase: 5%}";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void someRuns() throws IOException {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
        SavedSittings sittings = new SavedSittings(home.resolve("results"));
        sittings.save(BASE, "a", "17", 2);
        sittings.save(SLOWER, "b", "17", 3);
    }

    @AfterEach
    void forgetThem() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void aBrokenBoundIsStatusOneAndNamesTheCell() throws IOException {
        assertThat(run("gate", SLOWER, "-f", gate(AT_MOST))).isEqualTo(1);

        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(out.toString())
                .startsWith("gate: 1 of 2 rules kept, 1 failed\n")
                .contains("  FAIL  C02  wall is at most 2500ms  3.01 s    2.94 s to 3.06 s\n")
                .contains("FAIL  C02 (mode=streaming max_workers=4): wall is 3.01 s, where at most 2.50 s\n  is");
    }

    @Test
    void aKeptBoundIsStatusZeroAndALineAlone() throws IOException {
        assertThat(run("gate", BASE, "-f", gate(AT_MOST))).isZero();

        assertThat(out.toString()).isEqualTo("gate: 2 of 2 rules kept\n");
    }

    @Test
    void whatCannotBeToldIsStatusFiveOnlyWhereSomebodyIsStrict() throws IOException {
        String inside = "{metric: wall, cells: \"max_workers=4\", max: 3s}";

        assertThat(run("gate", SLOWER, "-f", gate(inside))).isZero();
        assertThat(out.toString()).startsWith("gate: 0 of 1 rule kept, 1 inconclusive\n");
        assertThat(run("gate", SLOWER, "-f", gate(inside), "--strict")).isEqualTo(5);
        assertThat(run(
                        "gate",
                        SLOWER,
                        "-f",
                        gate(inside + "], on_inconclusive: fail, rules: [" + "{metric: wall, max: 1h}")))
                .isEqualTo(2);
        assertThat(run("gate", SLOWER, "-f", matrix("{rules: [" + inside + "], on_inconclusive: fail}")))
                .isEqualTo(5);
    }

    @Test
    void anotherSittingSuspectsAndNeverFails() throws IOException {
        assertThat(run("gate", SLOWER, "-f", gate(GROWTH), "--baseline", BASE)).isZero();
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("inconclusive C02 wall grows by at most 5% +50 %", "only another sitting speaks against it");
        assertThat(run("gate", SLOWER, "-f", gate(GROWTH), "--baseline", BASE, "--strict"))
                .isEqualTo(5);
    }

    @Test
    void withoutABaselineGrowthIsNotMeasured() throws IOException {
        assertThat(run("gate", SLOWER, "-f", gate(GROWTH))).isZero();
        assertThat(out.toString()).startsWith("gate: 0 of 1 rule kept, 1 not measured\n");
        assertThat(run("gate", SLOWER, "-f", gate(GROWTH), "--strict")).isEqualTo(5);
    }

    @Test
    void theBaselineOfTheGateIsTakenWhereNoneIsGiven() throws IOException {
        String named = matrix("{baseline: good, rules: [" + GROWTH + "]}");

        assertThat(run("gate", SLOWER, "-f", named)).isEqualTo(2);
        assertThat(err.toString()).contains("good: no such run");
        run("baseline", "save", "good", BASE);
        out.getBuffer().setLength(0);
        assertThat(run("gate", SLOWER, "-f", named)).isZero();
        assertThat(out.toString()).contains("in the baseline 'good' to 3.01 s");
    }

    @Test
    void eachClassOfMachinesMayHaveABaselineOfItsOwn() throws IOException {
        String named = matrix("{baseline: \"main-{machine}\", rules: [" + GROWTH + "]}");

        assertThat(run("gate", SLOWER, "-f", named)).isZero();
        assertThat(err.toString().replaceAll("\\s+", " "))
                .isEqualTo(
                        "There is no baseline for this class of machines yet: './run-matrix baseline save main-c' makes"
                                + " one of a good run. ");
        assertThat(out.toString()).startsWith("gate: 0 of 1 rule kept, 1 not measured\n");
        assertThat(run("gate", SLOWER, "-f", named, "--strict")).isEqualTo(5);

        assertThat(run("baseline", "save", "main-{machine}", BASE)).isZero();
        assertThat(home.resolve("baselines/main-c.json")).exists();
        out.getBuffer().setLength(0);
        assertThat(run("gate", SLOWER, "-f", named)).isZero();
        assertThat(out.toString()).contains("1 inconclusive");
        assertThat(run("compare", "main-{machine}", SLOWER, "--fail-on", "suspect"))
                .isEqualTo(1);
    }

    @Test
    void whatIsAcceptedDoesNotFail() throws IOException {
        accept("{cells: \"max_workers=4\", metric: wall, up_to: 4s, reason: it checks more, author: Ada,"
                + " expires: 2999-01-31}");

        assertThat(run("gate", SLOWER, "-f", gate(AT_MOST))).isZero();

        assertThat(out.toString())
                .startsWith("gate: 1 of 2 rules kept, 1 accepted\n")
                .contains("Accepted by Ada");
    }

    @Test
    void whatWasAcceptedOnceFailsAgain() throws IOException {
        accept("{cells: \"*\", metric: wall, up_to: 4s, reason: r, author: Ada, expires: 2020-01-31}");

        assertThat(run("gate", SLOWER, "-f", gate(AT_MOST))).isEqualTo(1);

        assertThat(out.toString()).contains("accepted.yaml:3 expired on 2020-01-31");
    }

    @Test
    void aFaultyFileOfWhatIsAcceptedIsRefused() throws IOException {
        accept("{cells: \"*\", metric: wall, up_to: 4, reason: r, author: Ada, expires: soon}");

        assertThat(run("gate", SLOWER, "-f", gate(AT_MOST))).isEqualTo(2);

        assertThat(err.toString()).contains("2 problems", "accepted[0].up_to: has no unit", "'soon' is no day");
    }

    @Test
    void aRunWithoutAGateNeedsOne() throws IOException {
        assertThat(run("gate", SLOWER)).isEqualTo(2);
        assertThat(err.toString()).contains("was measured without a gate; name a matrix that has one with --file");
        assertThat(run("gate", SLOWER, "-f", matrix(""))).isEqualTo(2);
        assertThat(err.toString()).contains("m.yaml has no gate");
        assertThat(run("gate", SLOWER, "-f", gate(AT_MOST), "--ab", BASE)).isEqualTo(2);
        assertThat(err.toString()).contains("measured one program, and not two in turns");
    }

    @Test
    void programsReadAllNumbers() throws IOException {
        assertThat(run("gate", SLOWER, "-f", gate(AT_MOST), "--format", "json")).isEqualTo(1);

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("schema").asText()).isEqualTo("run-matrix/gate/v1");
        assertThat(json.path("passed").booleanValue()).isFalse();
        assertThat(json.path("exit_status").intValue()).isEqualTo(1);
        assertThat(json.path("counts").path("fail").intValue()).isEqualTo(1);
        JsonNode failed = json.path("results").path(1);
        assertThat(failed.path("outcome").asText()).isEqualTo("fail");
        assertThat(failed.path("rule").path("limit").doubleValue()).isEqualTo(2.5);
        assertThat(failed.path("rule").path("unit").asText()).isEqualTo("seconds");
        assertThat(failed.path("cell").path("axes").path("max_workers").asText())
                .isEqualTo("4");
        assertThat(failed.path("value").doubleValue()).isBetween(3.0, 3.01);
        assertThat(failed.path("low").doubleValue()).isBetween(2.9, 3.0);
        assertThat(failed.path("high").doubleValue()).isBetween(3.0, 3.1);
    }

    @Test
    void aCommentHasWhatFailedOpenAndFoldsTheRest() throws IOException {
        run("gate", SLOWER, "-f", gate(AT_MOST), "--format", "md");

        assertThat(out.toString())
                .startsWith("**gate: 1 of 2 rules kept, 1 failed**")
                .containsSubsequence(
                        "| **FAIL** | C02 | `mode=streaming max_workers=4` |",
                        "<details><summary>1 kept</summary>",
                        "| kept | C01 |");
        assertThat(out.toString().lines().filter(line -> line.startsWith("|---")))
                .containsExactly("|---|---|---|---|--:|---|---|", "|---|---|---|---|--:|---|");
    }

    @Test
    void aRunEndsWithItsGateInAFileAndInItsStatus() throws Exception {
        GateRule atMost = new GateRule(GateMetric.WALL, CellFilter.ALL, Bound.MAX, 2.5, 0.95, false);
        Gate gate = new Gate(Optional.empty(), List.of(atMost), false);
        Path run = home.resolve("results").resolve(SLOWER);

        int status = new RunConclusion(
                        new ReportOptions(),
                        Optional.empty(),
                        new PrintWriter(out, true),
                        GateConclusion.of(gate, List.of(), false),
                        RunFormat.TEXT)
                .of(run);

        assertThat(status).isEqualTo(1);
        assertThat(out.toString()).contains("\ngate: 1 of 2 rules kept, 1 failed\n", run.resolve("gate.json") + "\n");
        assertThat(new ObjectMapper()
                        .readTree(run.resolve("gate.json").toFile())
                        .path("counts")
                        .path("pass")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void aGateThatIsNotThereAndContradictionsEndARunBeforeItBegins() throws IOException {
        assertThat(run("run", "-f", matrix(""), "--gate")).isEqualTo(2);
        assertThat(err.toString()).contains("--gate: the matrix has no gate");
        assertThat(run("run", "-f", gate(AT_MOST), "--gate", "--no-gate")).isEqualTo(2);
        assertThat(err.toString()).contains("--gate and --no-gate contradict each other");
    }

    private void accept(String entry) throws IOException {
        Files.writeString(
                home.resolve("accepted.yaml"), "schema: run-matrix/accepted/v1\naccepted:\n  - " + entry + "\n");
    }

    private String gate(String rule) throws IOException {
        return matrix("{rules: [" + rule + "]}");
    }

    private String matrix(String gate) throws IOException {
        String yaml = "schema: run-matrix/v1\ntitle: t\nquestion: q\n"
                + "axes: {dataset: [tiny], mode: [streaming], parallel_chunks: [true], max_workers: [1, 4], chunk_size: [50]}\n"
                + (gate.isEmpty() ? "" : "gate: " + gate + "\n");
        return Files.writeString(home.resolve("m.yaml"), yaml).toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
