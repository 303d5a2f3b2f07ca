// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.RunState;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {

    private static final String HOME = "runmatrix.home";
    private static final String RUN = "20260101T000000Z-aaaaaaa";

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void aHome() {
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    @Test
    void theAnswerFitsTheTerminal() throws Exception {
        store(StoredRuns.wrong("C02", 7, "row 3"), StoredRuns.failed("C02", 8, "no more"));

        assertThat(run()).isEqualTo(4);

        assertThat(out.toString().lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= 80);
        assertThat(out.toString().replaceAll("\\s+", " "))
                .contains(
                        "Run " + RUN + ": ", " without a result; ", " outputs agree, warm-ups included; ", "1 wrong.");
    }

    @Test
    void theDocumentSaysTheSameAsTheExitStatus() throws Exception {
        store();
        assertThat(run("--format", "json"))
                .isEqualTo(document().path("exit_code").asInt());
        assertThat(document().path("run").asText()).isEqualTo(RUN);
        assertThat(document().path("outputs").path("agreeing").asInt())
                .isEqualTo(document().path("outputs").path("finished").asInt())
                .isEqualTo(12);
        assertThat(Schemas.problems("verify.schema.json", out.toString())).isEmpty();
    }

    @Test
    void theDocumentCountsWhatIsNotRight() throws Exception {
        store(StoredRuns.wrong("C02", 7, "row 3"), StoredRuns.failed("C02", 8, "no more"));

        assertThat(run("--format", "json")).isEqualTo(4);

        assertThat(document().path("passed").asBoolean(true)).isFalse();
        assertThat(document().path("exit_code").asInt()).isEqualTo(4);
        assertThat(document().path("outputs").path("wrong").asInt()).isEqualTo(1);
        assertThat(document().path("forks").path("failed").asInt()).isEqualTo(1);
        assertThat(Schemas.problems("verify.schema.json", out.toString())).isEmpty();
        assertThat(Schemas.problems(
                        "verify.schema.json",
                        ((ObjectNode) document()).put("surprise", 1).toString()))
                .hasSize(1);
    }

    private void store(ForkRecord... further) throws IOException {
        List<ForkRecord> forks = new ArrayList<>(SavedSittings.forks(2));
        forks.addAll(List.of(further));
        new SavedSittings(home.resolve("results")).save(RUN, "a", "17", RunState.COMPLETE, forks);
    }

    private JsonNode document() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private int run(String... options) {
        out.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("verify", RUN));
        arguments.addAll(List.of(options));
        return Main.run(new PrintWriter(out, true), new PrintWriter(out, true), arguments.toArray(String[]::new));
    }
}
