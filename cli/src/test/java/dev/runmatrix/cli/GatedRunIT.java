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

/** A program is measured and its gate judged, the whole way; by its memory, which no neighbour disturbs. */
class GatedRunIT {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";

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
    void aBrokenRuleIsTheStatusOfTheRunAndOfJudgingItAgain() throws Exception {
        String broken = matrix("{rules: [{metric: rss_peak, cells: \"pause=0.2\", max: 100kB}]}");

        assertThat(run("run", "-q", "-f", broken)).isEqualTo(1);

        assertThat(out.toString()).contains("gate: 0 of 1 rule kept, 1 failed", "gate.json");
        JsonNode json = new ObjectMapper()
                .readTree(home.resolve("results/latest/gate.json").toFile());
        JsonNode result = json.path("results").path(0);
        assertThat(result.path("cell").path("axes").path("pause").asText()).isEqualTo("0.2");
        assertThat(result.path("value").doubleValue()).isGreaterThan(100_000);
        assertThat(run("gate", "latest")).isEqualTo(1);

        String kept = matrix("{rules: [{metric: rss_peak, max: 1GB}], on_inconclusive: fail}");
        assertThat(run("gate", "latest", "-f", kept)).isZero();
        assertThat(run("run", "-q", "-f", broken, "--no-gate", "--forks", "1")).isZero();
        assertThat(home.resolve("results/latest/gate.json")).doesNotExist();
    }

    @Test
    void aClassOfMachinesWithoutABaselineMeasuresAllTheSame() throws Exception {
        String growth = matrix("{baseline: \"main-{machine}\", rules: [{metric: wall, max_increase: 5%}]}");

        assertThat(run("run", "-q", "-f", growth, "--forks", "1", "--only", "pause=0.1"))
                .isZero();
        assertThat(err.toString().replaceAll("\\s+", " ")).contains("no baseline for this class of machines yet");
        assertThat(out.toString()).contains("gate: 0 of 1 rule kept, 1 not measured");
        assertThat(run("run", "-q", "-f", growth, "--forks", "1", "--only", "pause=0.1", "--strict"))
                .isEqualTo(5);
        assertThat(run("run", "-q", "-f", growth, "--baseline", "main", "--only", "pause=0.1"))
                .isEqualTo(2);
    }

    private String matrix(String gate) throws Exception {
        return Files.writeString(home.resolve("toy.yaml"), """
                        schema: run-matrix/v1
                        title: A toy
                        question: Does it keep its bounds?
                        axes: {pause: ["0.1", "0.2"]}
                        target: {kind: command, command: [sh, -c, "sleep {pause}; echo x > {out}"]}
                        measure: {forks: 6, warmup: {forks: 0}, twin: false, repeat_contaminated: 0}
                        gate: %s
                        """.formatted(gate)).toString();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
