// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";
    private static final String SMALL = "[sleep, '0.15']";
    /** Thirty times the memory, whatever else the machine does. */
    private static final String LARGE = "[sh, -c, 'x=$(head -c 30000000 /dev/zero | tr \"\\0\" x); sleep 0.15']";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void useAHomeOfItsOwn() {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void aRunThatIsTakenUpAgainEndsWithTheVerdict() throws IOException {
        int cut = ab("--base", SMALL, "--head", LARGE, "--forks", "6", "--budget", "1ms");
        assertThat(cut).isZero();
        assertThat(out.toString()).contains("./run-matrix --resume ");
        out.getBuffer().setLength(0);

        int status = run("run", "-q", "--resume", "latest", "--budget", "10m");

        assertThat(status).isEqualTo(1);
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= 80);
        assertThat(out.toString())
                .contains("base  command " + SMALL, "SLOWER: 1 of 1 setting: C01/C02 ", "RSS × ")
                .contains("more memory at its peak than base", "clearly MORE");
        assertThat(home.resolve("results/latest")).doesNotExist();
        JsonNode json = new ObjectMapper()
                .readTree(theRun().resolve(ConclusionFile.BUILDS.fileName()).toFile());
        assertThat(json.path("schema").asText()).isEqualTo("run-matrix/ab/v1");
        assertThat(json.path("passed").asBoolean(true)).isFalse();
        assertThat(json.at("/head/kind").asText()).isEqualTo("command");
        JsonNode setting = json.path("settings").get(0);
        assertThat(setting.path("base_name").asText()).isEqualTo("C01");
        assertThat(setting.path("axes").has("build")).isFalse();
        assertThat(setting.path("metrics").findValuesAsText("metric")).contains("wall", "rss_peak");
        assertThat(setting.path("metrics").findValuesAsText("verdict")).contains("slower");
    }

    @Test
    void fewForksAreAFailureOnlyWhereThatWasAskedFor() throws IOException {
        String[] few = {"--base", "['true']", "--head", "['true']", "--forks", "2", "--format", "json"};

        assertThat(ab(few)).isZero();
        assertThat(new ObjectMapper()
                        .readTree(out.toString())
                        .path("conclusive")
                        .asBoolean(true))
                .isFalse();
        assertThat(ab(Stream.concat(Stream.of(few), Stream.of("--strict")).toArray(String[]::new)))
                .isEqualTo(5);
    }

    @Test
    void fewForksAreNotToldAsGoodNewsAndThePageSaysHowToMakeThemAgain() throws IOException {
        ab(
                "--base",
                "['true']",
                "--head",
                "[sleep, '0']",
                "--forks",
                "1",
                "--out",
                home.resolve("out").toString());

        assertThat(out.toString())
                .contains("Nothing is SLOWER in 1 setting; cannot tell for all metrics of 1 of them.");
        assertThat(Files.readString(home.resolve("out/summary.md"))).contains("again: `./run-matrix ab ");
    }

    @Test
    void aBaselineOfCommandsPromisesNoBuildToMeasureThemWith() throws IOException {
        String file = matrix("n: [1]", "{n}").toString();
        run("run", "-q", "-f", file, "--forks", "1");

        run("baseline", "save", "one");

        assertThat(out.toString())
                .contains("It measured commands, of which no build is kept")
                .doesNotContain("Its build");
    }

    @Test
    void aBuildThatFailsIsNotCompared() throws IOException {
        int status = ab("--base", "['true']", "--head", "['false']", "--forks", "1", "--format", "md");

        assertThat(status).isEqualTo(3);
        assertThat(out.toString()).contains("not compared: head failed", "**Nothing can be compared");
    }

    @Test
    void whatCannotBeMeasuredIsToldBeforeAnythingIs() throws IOException {
        assertThat(ab("--base", "['true']", "--head", "['true']", "--max-forks", "20"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--max-forks", "use --forks");
        Path own = matrix("build: [a, b]", "{build}");
        assertThat(run("ab", "-q", "-f", own.toString(), "--base", "['true']", "--head", "['true']"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("rename that of the matrix");
        assertThat(home.resolve("results")).doesNotExist();
    }

    @Test
    void aDryRunShowsThePairsAndMeasuresNothing() throws IOException {
        assertThat(ab("--base", "[echo, '{n}']", "--head", "[echo, '{n}']", "--dry-run"))
                .isZero();

        assertThat(out.toString()).contains("4 cells × (10 forks + 0 warm-ups)", "C04  2  head");
        assertThat(home.resolve("results")).doesNotExist();
    }

    @Test
    void suspectsAreThoseOfTheComparisonAndThreeWhereTheMachineIsSuspect() throws Exception {
        Path run = Files.createDirectories(home.resolve("results/r1"));
        String cell = "{\"id\":\"%s\",\"metrics\":[{\"metric\":\"wall\",\"finding\":\"%s\",\"ratio\":%s}]}";
        String cells = String.join(
                ",",
                cell.formatted("a", "suspect", "1.1"),
                cell.formatted("b", "suspect", "1.4"),
                cell.formatted("c", "faster", "0.5"),
                cell.formatted("d", "suspect", "1.2"),
                cell.formatted("e", "suspect", "1.3"));
        Path file = run.resolve(ConclusionFile.COMPARISON.fileName());

        Files.writeString(file, "{\"moved_together\":[],\"cells\":[" + cells + "]}");
        assertThat(Suspects.of(run).ids()).containsExactlyInAnyOrder("a", "b", "d", "e");
        Files.writeString(file, "{\"moved_together\":[\"wall\"],\"cells\":[" + cells + "]}");
        assertThat(Suspects.of(run).ids()).containsExactlyInAnyOrder("b", "d", "e");
        Files.delete(file);
        assertThatThrownBy(() -> Suspects.of(run)).hasMessageContaining("run with --baseline");
    }

    private int ab(String... arguments) throws IOException {
        List<String> all = Stream.concat(
                        Stream.of("ab", "-q", "-f", matrix("n: [1, 2]", "{n}").toString()), Stream.of(arguments))
                .toList();
        return run(all.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private Path theRun() throws IOException {
        try (Stream<Path> runs = Files.list(home.resolve("results"))) {
            return runs.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }

    private Path matrix(String axis, String placeholder) throws IOException {
        return Files.writeString(
                home.resolve("m.yaml"), """
                schema: run-matrix/v1
                title: Toys
                question: Which?
                axes: {AXIS}
                target: {kind: command, command: [echo, "PLACE"]}
                measure: {warmup: {forks: 0}}
                """.replace("AXIS", axis).replace("PLACE", placeholder));
    }
}
