// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CompareCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String BASE = "20260101T000000Z-aaaaaaa";
    private static final String SLOWER = "20260102T000000Z-bbbbbbb";
    private static final String AGAIN = "20260103T000000Z-ccccccc";
    private static final String OTHER_JDK = "20260104T000000Z-ddddddd";
    private static final String FAILING = "20260105T000000Z-eeeeeee";
    private static final String SHORT = "20260106T000000Z-fffffff";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void someRuns() throws IOException {
        System.setProperty(HOME, home.toString());
        SavedSittings sittings = new SavedSittings(home.resolve("results"));
        sittings.save(BASE, "a", "17", 2);
        sittings.save(SLOWER, "b", "17", 3);
        sittings.save(AGAIN, "a", "17", 3);
        sittings.save(OTHER_JDK, "b", "21", 3);
        List<ForkRecord> failing = new ArrayList<>(SavedSittings.forks(2));
        failing.add(StoredRuns.failed("C02", 7, "it threw"));
        sittings.save(FAILING, "c", "17", RunState.COMPLETE, failing);
        sittings.save(
                SHORT, "c", "17", RunState.COMPLETE, SavedSittings.forks(2).subList(0, 6));
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    @Test
    void theSuspectComesFirstWithItsNumbersIn80Columns() {
        assertThat(run("compare", BASE, SLOWER)).isZero();

        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(out.toString())
                .contains("SUSPECT: 1 of 2 cells, 1 beyond what sittings differ by: C02 wall × 1.500,")
                .containsSubsequence(
                        "C02  streaming 4w, 6 and 6 forks",
                        "wall      2.01 s    3.01 s   1.500",
                        "SUSPECT",
                        "C01*  streaming 1w",
                        "cannot tell");
    }

    @Test
    void aSuspectFailsOnlyWhereThatWasAskedFor() {
        assertThat(run("compare", BASE, SLOWER, "--strict")).isZero();
        assertThat(run("compare", BASE, SLOWER, "--fail-on", "suspect")).isEqualTo(1);
        assertThat(run("compare", SLOWER, BASE, "--fail-on", "suspect")).isZero();
    }

    @Test
    void aBaselineItsFileAndItsRunAreTheSame() {
        run("baseline", "save", "good", BASE);
        out.getBuffer().setLength(0);

        assertThat(run("compare", "good", SLOWER)).isZero();
        assertThat(out.toString()).startsWith("A  baseline good (run " + BASE + "), build a\nB  run " + SLOWER);
        assertThat(run("compare", home.resolve("baselines/good.json").toString(), SLOWER, "--fail-on", "suspect"))
                .isEqualTo(1);
        assertThat(run("compare", home.resolve("results").resolve(BASE).toString(), SLOWER, "--fail-on", "suspect"))
                .isEqualTo(1);
    }

    @Test
    void theSameBuildShowsNoiseAndNoSuspect() {
        assertThat(run("compare", BASE, AGAIN, "--fail-on", "suspect")).isZero();

        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains("The same build with the same settings", "wall up to 50 %", "noise")
                .doesNotContain("SUSPECT:");
    }

    @Test
    void anotherJdkIsRefusedAndNamedUnlessAdvisory() {
        assertThat(run("compare", BASE, OTHER_JDK)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("not comparable", "JDK: 17 in A, 21 in B", "--advisory");

        assertThat(run("compare", BASE, OTHER_JDK, "--advisory")).isZero();
        assertThat(out.toString())
                .startsWith("NOT COMPARABLE, compared all the same")
                .containsSubsequence("\n  JDK: 17 in A, 21 in B\n", "SUSPECT");
    }

    @Test
    void strictTellsFailuresAndIgnorance() {
        assertThat(run("compare", BASE, FAILING)).isZero();
        assertThat(out.toString()).contains("not compared: it failed in B");
        assertThat(run("compare", BASE, FAILING, "--strict")).isEqualTo(3);
        assertThat(run("compare", BASE, SHORT)).isZero();
        assertThat(out.toString()).contains("too few clean forks: 6 of 6 in A, 3 of 6 in B; it takes 5 of each");
        assertThat(run("compare", BASE, SHORT, "--strict")).isEqualTo(5);
    }

    @Test
    void bisectingKnowsGoodBadUntestableAndStop() {
        assertThat(run("compare", SLOWER, BASE, "--bisect")).isZero();
        assertThat(run("compare", BASE, SLOWER, "--bisect")).isEqualTo(1);
        assertThat(run("compare", BASE, FAILING, "--bisect")).isEqualTo(125);
        assertThat(run("compare", BASE, SHORT, "--bisect")).isEqualTo(125);
        assertThat(run("compare", BASE, OTHER_JDK, "--bisect")).isEqualTo(125);
        assertThat(run("compare", "nothing-like-it", SLOWER, "--bisect")).isEqualTo(128);
    }

    @Test
    void anUnknownNameIsToldWithTheNearest() {
        run("baseline", "save", "good", BASE);

        assertThat(run("compare", "god", SLOWER)).isEqualTo(2);

        assertThat(err.toString()).contains("god: no such run", "baselines are good");
    }

    @Test
    void aDamagedRunIsUnreadable() throws IOException {
        Files.writeString(home.resolve("results").resolve(BASE).resolve(RunStore.RUN_FILE), "{");

        assertThat(run("compare", BASE, SLOWER)).isEqualTo(65);
    }

    @Test
    void programsReadWhetherItPassed() throws IOException {
        run("compare", BASE, SLOWER, "--format", "json");

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("schema").asText()).isEqualTo("run-matrix/compare/v1");
        assertThat(json.path("passed").booleanValue()).isFalse();
        assertThat(json.path("suspects").asInt()).isEqualTo(2);
        JsonNode wall = json.path("cells").path(0).path("metrics").path(0);
        assertThat(wall.path("metric").asText()).isEqualTo("wall");
        assertThat(wall.path("finding").asText()).isEqualTo("suspect");
        assertThat(wall.path("exceeds_drift").booleanValue()).isTrue();
        assertThat(wall.path("low").doubleValue()).isBetween(1.2, 1.5);
    }

    @Test
    void aRefusalForProgramsHasItsReasonsAndNoNumbers() throws IOException {
        assertThat(run("compare", BASE, OTHER_JDK, "--format", "json")).isEqualTo(2);

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("comparable").booleanValue()).isFalse();
        assertThat(json.path("passed").booleanValue()).isFalse();
        assertThat(json.path("cells")).isEmpty();
        assertThat(json.path("differences").path(0).path("what").asText()).isEqualTo("JDK");
    }

    @Test
    void aCommentHasATableOfWhatChangedAndFoldsTheRest() {
        run("compare", BASE, SLOWER, "--format", "md");

        List<String> rows =
                out.toString().lines().filter(line -> line.startsWith("| C")).toList();
        assertThat(rows.get(1))
                .startsWith("| C02 | `streaming 4w` | wall | 2.01 s | 3.01 s | 1.500, ")
                .containsPattern(", \\d\\.\\d{3}–\\d\\.\\d{3} \\| \\*\\*SUSPECT\\*\\* \\|");
        assertThat(rows).allMatch(row -> row.chars().filter(c -> c == '|').count() == 10);
        assertThat(out.toString())
                .containsSubsequence("SUSPECT", "<details><summary>4 without a suspicion", "</details>");
    }

    @Test
    void nothingInACommentIsReadAsMarkupOrNotifiesAnybody() throws IOException {
        new SavedSittings(home.resolve("results")).save("20260107T000000Z-0000000", "z", "@me|<b>*21*", 3);

        run("compare", BASE, "20260107T000000Z-0000000", "--advisory", "--format", "md");

        assertThat(out.toString())
                .startsWith("**NOT COMPARABLE")
                .contains("- JDK: 17 in A, @\u2060me\\|&lt;b&gt;\\*21\\* in B");
    }

    @Test
    void theComparisonOfARunIsStoredBesideItsReports() throws Exception {
        Comparand base = ComparandFinder.run(home.resolve("results").resolve(BASE));
        Path run = home.resolve("results").resolve(SLOWER);

        new RunConclusion(
                        new ReportOptions(),
                        Optional.of(base),
                        new PrintWriter(out, true),
                        GateConclusion.NONE,
                        RunFormat.TEXT)
                .of(run);

        assertThat(out.toString()).contains("SUSPECT: 1 of 2 cells", run.resolve("compare.json") + "\n");
        assertThat(new ObjectMapper()
                        .readTree(run.resolve("compare.json").toFile())
                        .path("passed")
                        .booleanValue())
                .isFalse();
    }

    @Test
    void aComparisonIsStoredBesideTheRunAlsoWhereItsReportsGoElsewhere() throws Exception {
        Comparand base = ComparandFinder.run(home.resolve("results").resolve(BASE));
        Path run = home.resolve("results").resolve(SLOWER);
        Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("ab.json"), "{\"of\": \"the night before\"}");
        ReportOptions options = new ReportOptions();
        new CommandLine(new Parsed(options)).parseArgs("--out", elsewhere.toString());

        new RunConclusion(options, Optional.of(base), new PrintWriter(out, true), GateConclusion.NONE, RunFormat.TEXT)
                .of(run);
        run("report", SLOWER);

        assertThat(elsewhere.resolve("compare.json")).hasSameTextualContentAs(run.resolve("compare.json"));
        assertThat(elsewhere.resolve("ab.json")).doesNotExist();
        assertThat(run.resolve("report.md")).content().contains("**SUSPECT** beside run " + BASE);
    }

    /** A command that has the options of reports and does nothing. */
    @CommandLine.Command
    private record Parsed(@CommandLine.Mixin ReportOptions options) {}

    @Test
    void anUnknownBaselineEndsARunBeforeItBegins() {
        assertThat(run("run", "--baseline", "nobody", "--profile", "smoke")).isEqualTo(2);

        assertThat(err.toString()).contains("nobody: no such run");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
