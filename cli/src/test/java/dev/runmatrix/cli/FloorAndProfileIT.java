// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.resource.MemoryGroup;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FloorAndProfileIT {

    private static final String HOME = "runmatrix.home";
    private static final String LOCK = "runmatrix.lock.folder";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aHomeWithAToyThatTakesMemory() throws Exception {
        System.setProperty(HOME, home.toString());
        System.setProperty(LOCK, home.toString());
        Files.writeString(home.resolve("run-matrix.yaml"), """
                schema: run-matrix/v1
                title: "Toy"
                question: "How little is enough?"
                axes: {megabytes: [20, 30]}
                reference_cell: {megabytes: 30}
                target: {kind: command, command: [sh, -c, 'head -c "$1"000000 /dev/zero | tail -c "$1"000000 >/dev/null && echo a,b >"$0"', "{out}", "{megabytes}"]}
                measure: {forks: 2, warmup: {forks: 0}, twin: false, repeat_contaminated: 0}
                """);
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
        System.clearProperty(LOCK);
    }

    @Test
    void theLeastLimitOfAProgramIsFoundAndKept() throws Exception {
        assumeThat(MemoryGroup.place()).isPresent();

        int status = run("floor", "--format", "json", "-q");

        assertThat(status).as(err.toString()).isZero();
        JsonNode document = new ObjectMapper().readTree(out.toString());
        JsonNode answer = document.path("floor").path("answer");
        assertThat(document.path("schema").asText()).isEqualTo("run-matrix/floor-result/v1");
        assertThat(document.path("floor").path("cell").path("name").asText()).isEqualTo("C02");
        assertThat(answer.path("limit").asLong()).isBetween(20L, 60L);
        assertThat(answer.has("heap")).isFalse();
        Path folder = Path.of(document.path("directory").asText());
        assertThat(folder.resolve("attempts.jsonl")).isNotEmptyFile();
        assertThat(Schemas.problems("floor.schema.json", Files.readString(folder.resolve("floor.json"))))
                .isEmpty();
        for (String line : Files.readAllLines(folder.resolve("attempts.jsonl"))) {
            assertThat(Schemas.problems("floor-attempt.schema.json", line)).isEmpty();
        }
    }

    @Test
    void whereTimeIsUpBeforeTheSearchNothingIsAlleged() {
        assumeThat(MemoryGroup.place()).isPresent();

        assertThat(run("floor", "--budget", "1ms", "-q")).as(err.toString()).isZero();
        // Whether the first fork is still made in this time is a matter of luck.
        assertThat(out.toString()).contains("Memory floor of C02").doesNotContain("does not complete");
    }

    @Test
    void aProgramThatIsNoJvmIsNotProfiledAndTheReasonIsTold() {
        assertThat(run("profile", "megabytes=20", "--forks", "1")).isEqualTo(2);

        assertThat(err.toString()).contains("C01 left no recording: a program can be profiled that is a JVM");
    }

    @Test
    void whatMeansNoCellIsRefusedWithTheCellsThereAre() {
        assertThat(run("floor", "C07")).isEqualTo(2);

        assertThat(err.toString()).contains("'C07' is no cell of this matrix; its cells are C01 (megabytes=20)");
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
