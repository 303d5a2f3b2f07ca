// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class PlanCommandTest {

    private static final String COMMITTED = Path.of("..", "run-matrix.yaml").toString();

    @TempDir
    Path directory;

    @Test
    void argumentsGoBeforeTheFile() throws CommandFailure {
        String text =
                plan("-f", COMMITTED, "--profile", "smoke", "--forks", "3", "--seed", "9", "--skip", "max_workers=1");

        assertThat(text)
                .contains("profile smoke")
                .contains("5 cells × (3 forks + 0 warm-ups) = 15 forks")
                .contains("Order, seed 9\n")
                .contains("  C07 ")
                .contains("left out by --skip max_workers=1:");
    }

    @Test
    void aDrawnSeedCanBeRepeated() throws CommandFailure {
        assertThat(plan("-f", COMMITTED)).containsPattern("Order, seed (\\d+) \\(drawn; --seed \\1 repeats it\\)");
    }

    @Test
    void aPlanAsYamlIsAMatrixWithTheSameCells() throws CommandFailure, IOException {
        String yaml = plan("-f", COMMITTED, "--format", "yaml", "--seed", "5", "--only", "mode=in-memory");
        Path again = Files.writeString(directory.resolve("resolved.yaml"), yaml);

        JsonNode resolved = json(plan("-f", again.toString(), "--format", "json"));
        JsonNode original = json(plan("-f", COMMITTED, "--format", "json", "--seed", "5", "--only", "mode=in-memory"));

        assertThat(yaml).startsWith("""
                        # Resolved from run-matrix.yaml.
                        # Left out with their cells: the claims K1, K2, K3, K4, K5, K6, K7.
                        schema: run-matrix/v1
                        """);
        assertThat(resolved.path("seed").asLong()).isEqualTo(5);
        assertThat(resolved.path("plan").path("cells").findValues("cell"))
                .hasSize(4)
                .isEqualTo(original.path("plan").path("cells").findValues("cell"));
    }

    @Test
    void aPlanAsJsonHasCellsAndTheWholeOrder() throws CommandFailure, IOException {
        JsonNode plan = json(plan("-f", COMMITTED, "--format", "json", "--seed", "5"));

        assertThat(plan.path("schema").asText()).isEqualTo("run-matrix/plan/v1");
        assertThat(plan.path("plan").path("cells")).hasSize(12);
        assertThat(plan.path("plan")
                        .path("cells")
                        .path(0)
                        .path("requested_workers")
                        .asInt())
                .isEqualTo(4);
        assertThat(plan.path("order")).hasSize(90);
        assertThat(plan.path("estimate").path("most_forks").asInt()).isEqualTo(90);
        assertThat(plan.path("order").path(12).toString())
                .matches("\\{\"cell\":\"C\\d\\d\",\"fork\":1,\"round\":1,.*}");
    }

    @Test
    void allThatIsWrongWithAFileIsAUsageErrorWithPlaces() throws IOException {
        Path file = Files.writeString(
                directory.resolve("m.yaml"),
                "schema: run-matrix/v1\ntitle: t\nquestion: q\naxes: {dataset: [production-medum], mode: [streaming]}\nbudget: {rss: 4}\n");

        CommandFailure failure = failure("-f", file.toString());

        assertThat(failure.code()).isEqualTo(ExitCode.USAGE);
        assertThat(failure.getMessage())
                .startsWith(
                        "2 problems\n" + file
                                + ":4:18: axes.dataset[0]: unknown dataset 'production-medum'; did you mean 'production-medium'?")
                .contains("\n" + file + ":5:15: budget.rss: 4 has no unit; write 512MiB, 4GB");
    }

    @Test
    void aMissingFileAWrongProfileAndAWrongFilterAreUsageErrors() {
        assertThat(failure("-f", "nowhere.yaml"))
                .hasMessage("nowhere.yaml: no such file; name a matrix file with --file");
        assertThat(failure("-f", COMMITTED, "--profile", "smok")).hasMessageContaining("did you mean 'smoke'?");
        assertThat(failure("-f", COMMITTED, "--only", "mode")).hasMessageContaining("does not read axis=value");
        assertThat(failure("-f", COMMITTED, "--max-cells", "5")).hasMessageContaining("come to 12 cells, more than 5");
    }

    @ParameterizedTest
    @CsvSource({"--forks,0,1 or more", "--forks,1001,1000 or less", "--max-cells,0,1 or more"})
    void impossibleNumbersAreRefused(String option, String value, String wayOut) {
        assertThat(catchThrowableOfType(
                        CommandLine.ParameterException.class, () -> plan("-f", COMMITTED, option, value)))
                .hasMessage(option + ": " + value + " is not allowed; use " + wayOut);
    }

    private static CommandFailure failure(String... arguments) {
        return catchThrowableOfType(CommandFailure.class, () -> plan(arguments));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static String plan(String... arguments) throws CommandFailure {
        PlanCommand command = new PlanCommand();
        StringWriter out = new StringWriter();
        CommandLine line = new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out));
        line.parseArgs(arguments);
        assertThat(command.call()).isZero();
        return out.toString();
    }
}
