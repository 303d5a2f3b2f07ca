// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAsJsonIT {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aHomeWithAToy() throws Exception {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
        Files.writeString(home.resolve("run-matrix.yaml"), """
                schema: run-matrix/v1
                title: "Toy"
                question: "Which ends?"
                axes: {end: [0, 7]}
                reference_cell: {end: 0}
                target: {kind: command, command: [sh, -c, 'echo a,b >"$0"; exit $1', "{out}", "{end}"]}
                measure: {forks: 2, warmup: {forks: 0}, twin: false, repeat_contaminated: 0}
                gate: {rules: [{metric: wall, max: 1h, cells: end=0}]}
                """);
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void oneDocumentStandsAloneOnStandardOutput() throws Exception {
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), "run", "--format", "json");

        JsonNode document = new ObjectMapper().readTree(out.toString());
        assertThat(out.toString()).startsWith("{").endsWith("}\n");
        assertThat(status).isEqualTo(3);
        assertThat(document.path("schema").asText()).isEqualTo("run-matrix/conclusion/v1");
        assertThat(document.path("exit_code").asInt()).isEqualTo(status);
        assertThat(document.path("passed").asBoolean()).isFalse();
        assertThat(document.path("verdict").asText()).startsWith("BROKEN: C02 (2 of 2 forks failed");
        assertThat(document.path("counts").path("broken").asInt()).isEqualTo(1);
        assertThat(document.path("cells").path(0).path("wall_seconds").asDouble())
                .isPositive();
        assertThat(document.path("cells").path(1).has("wall_seconds")).isFalse();
        assertThat(document.path("gate").path("schema").asText()).startsWith("run-matrix/gate/");
        assertThat(document.has("comparison")).isFalse();
        assertThat(Path.of(document.path("folder").asText()).resolve("junit.xml"))
                .isNotEmptyFile();
    }

    @Test
    void aDryRunIsThePlanAsADocument() throws Exception {
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), "run", "--dry-run", "--format", "json");

        assertThat(status).isZero();
        assertThat(new ObjectMapper().readTree(out.toString()).path("schema").asText())
                .isEqualTo("run-matrix/plan/v1");
    }

    @Test
    void aReportThatIsRenderedAgainKeepsTheSummaryOfTheConclusion() throws Exception {
        Main.run(new PrintWriter(out), new PrintWriter(err), "run", "--format", "json");
        Path summary = home.resolve("results/latest/summary.md");
        String before = Files.readString(summary);
        Path elsewhere = home.resolve("elsewhere");

        Main.run(new PrintWriter(out), new PrintWriter(err), "report", "latest");
        Main.run(new PrintWriter(out), new PrintWriter(err), "report", "latest", "--out", elsewhere.toString());

        assertThat(before).startsWith("<!-- run-matrix:toy alarm -->");
        assertThat(summary).hasContent(before);
        assertThat(elsewhere.resolve("summary.md")).hasContent(before);
    }
}
