// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureDocumentTest {

    private static final String HOME = "runmatrix.home";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void anEmptyHome() {
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    @Test
    void aCommandThatEndsBeforeItHasADocumentWritesOneOfWhy() throws Exception {
        for (String command : List.of(
                "run --format json -f missing.yaml",
                "--format=json -f missing.yaml",
                "run --format json --forks many",
                "results show none --format JSON",
                "compare none --format json",
                "explain none --format json",
                "history --format json --pinned none",
                "history --format json --bogus")) {
            int status = run(command);

            JsonNode document = new ObjectMapper().readTree(out.toString());
            assertThat(out.toString()).as(command).startsWith("{").endsWith("}\n");
            assertThat(document.path("schema").asText()).isEqualTo("run-matrix/failure/v1");
            assertThat(document.path("exit_code").asInt()).isEqualTo(status).isNotZero();
            assertThat(document.path("passed").asBoolean(true)).isFalse();
            assertThat(err.toString()).contains(document.path("error").asText());
            matches("failure.schema.json");
        }
    }

    @Test
    void withoutTheOptionNothingIsWritten() {
        assertThat(run("results show none")).isNotZero();

        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aDocumentThatIsThereStaysTheOnlyOne() throws Exception {
        new SavedSittings(home.resolve("results")).save("20260101T000000Z-aaaaaaa", "a", "17", 2);
        new SavedSittings(home.resolve("results")).save("20260102T000000Z-bbbbbbb", "b", "21", 2);

        assertThat(run("compare 20260101T000000Z-aaaaaaa --format json")).isEqualTo(2);

        assertThat(new ObjectMapper().readTree(out.toString()).path("schema").asText())
                .isEqualTo("run-matrix/compare/v1");
    }

    @Test
    void listsAreDocumentsToo() throws Exception {
        new SavedSittings(home.resolve("results")).save("20260101T000000Z-aaaaaaa", "a", "17", 2);
        run("baseline save kept");
        Files.writeString(home.resolve("baselines").resolve("later.json"), "{");

        assertThat(run("baseline list --format json")).isZero();
        JsonNode baselines = new ObjectMapper().readTree(out.toString());
        assertThat(baselines.path("baselines").path(0).path("name").asText()).isEqualTo("kept");
        assertThat(baselines.path("baselines").path(0).path("forks").asInt()).isEqualTo(12);
        assertThat(baselines.path("baselines")).hasSize(1);
        assertThat(baselines.path("unreadable").path(0).asText()).startsWith("later: ");
        matches("baselines.schema.json");

        assertThat(run("dataset list --format json")).isZero();
        JsonNode tiny =
                new ObjectMapper().readTree(out.toString()).path("datasets").path(0);
        assertThat(tiny.path("name").asText()).isEqualTo("tiny");
        assertThat(tiny.path("pod_rows").asLong()).isEqualTo(288);
        assertThat(tiny.path("state").asText()).isEqualTo("not made");
        matches("datasets.schema.json");
    }

    /** The document, and none that says more. */
    private void matches(String schema) throws Exception {
        ObjectNode document = (ObjectNode) new ObjectMapper().readTree(out.toString());

        assertThat(Schemas.problems(schema, document.toString())).isEmpty();
        assertThat(Schemas.problems(schema, document.put("surprise", 1).toString()))
                .hasSize(1);
    }

    private int run(String command) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), command.split(" "));
    }
}
