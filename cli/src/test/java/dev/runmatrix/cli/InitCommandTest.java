// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class InitCommandTest {

    private static final String HOME = "runmatrix.home";

    @TempDir
    private Path home;

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private String previousHome = "";

    @BeforeEach
    void moveHome() {
        previousHome = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void restoreHome() {
        System.setProperty(HOME, previousHome);
    }

    @Test
    void theFirstMatrixCanBePlanned() {
        assertThat(run("init")).isZero();

        assertThat(out.toString())
                .contains("Wrote " + home.resolve("run-matrix.yaml") + ". Next:")
                .contains("  ./run-matrix plan\n  ./run-matrix\n");
        assertThat(run("plan")).as(err.toString()).isZero();
        assertThat(run("plan", "--profile", "smoke")).as(err.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "true,  true,  4,    100000,     'streaming, parallel_chunks: true, max_workers: 4, chunk_size: 100000'",
        "true,  false, 1024, 1,          'streaming, parallel_chunks: false, chunk_size: 1'",
        "false, true,  1,    2147483647, 'in-memory, max_workers: 1'"
    })
    void aConfigurationBecomesTheReferenceCell(
            String streaming, String parallel, String workers, String rows, String reference) throws IOException {
        Path config = config("performance: {use_streaming: " + streaming + ", parallel_chunks: " + parallel
                + ", max_workers: " + workers + ", chunk_size: " + rows + "}\n");
        Path file = home.resolve("first.yaml");

        assertThat(run("init", "--from", config.toString(), "--to", file.toString()))
                .isZero();

        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).contains("./run-matrix plan --file " + file, "./run-matrix run --file " + file);
        assertThat(Files.readString(file)).contains("reference_cell: {mode: " + reference + "}");
        assertThat(run("plan", "--file", file.toString())).as(err.toString()).isZero();
        assertThat(run("plan", "--file", file.toString(), "--profile", "smoke"))
                .as(err.toString())
                .isZero();
    }

    @Test
    void numbersGetTheirNeighbours() throws IOException {
        run(
                "init",
                "--from",
                config("performance: {max_workers: 6, chunk_size: 30_000}").toString());

        assertThat(Files.readString(home.resolve("run-matrix.yaml")))
                .contains("max_workers: [3, 6, 12]")
                .contains("chunk_size: [15000, 30000, 60000]");
    }

    @Test
    void thePythonProgramIsACellOnceItIsSwitchedOn() throws IOException {
        Path config = home.resolve("odd {name}\n\"x\"").resolve("config.yaml");
        Files.createDirectories(config.getParent());
        Files.writeString(config, "performance: {use_streaming: true, max_workers: 2, column_filtering: true}\n");
        Path file = home.resolve("first.yaml");
        run("init", "--from", config.toString(), "--to", file.toString());

        String text = Files.readString(file);
        Files.writeString(file, switchedOn(text));

        assertThat(text).contains("#   column_filtering");
        assertThat(run("plan", "--file", file.toString())).as(err.toString()).isZero();
        assertThat(out.toString()).contains("python");
    }

    /** What the comment in the file asks its owner to do. */
    private static String switchedOn(String text) {
        boolean[] on = {false};
        return text.lines()
                .map(line -> {
                    on[0] = line.startsWith("# include:") || (on[0] && line.startsWith("#"));
                    return on[0] ? line.substring(2) : line;
                })
                .collect(Collectors.joining("\n"));
    }

    @Test
    void valuesThatAreNotWrittenAreAssumedAndTheEnvironmentIsNotRead() throws IOException {
        Path config = config("""
                performance:
                  chunk_size: ${CHUNK:-70000}
                  max_workers: ${PATH}
                  frobnicate: 7
                  "bad\\nkey": 1
                  nested: {a: [1, 2]}
                other: 5
                """);

        assertThat(run("init", "--from", config.toString())).isZero();

        assertThat(err.toString())
                .contains("config.yaml:2:15: chunk_size comes from the environment; 70000 is assumed")
                .contains("config.yaml:3:16: max_workers comes from the environment; 4 is assumed")
                .contains("config.yaml:4:3: 'frobnicate' is not known here, and left to the program")
                .contains("config.yaml:5:3: a key is not known here")
                .contains("use_streaming is not set; false is assumed, as the program does");
        assertThat(Files.readString(home.resolve("run-matrix.yaml"))).contains("max_workers: [2, 4, 8]");
    }

    @Test
    void aFileThatExistsStaysUnlessForced() throws IOException {
        Path file = home.resolve("run-matrix.yaml");
        Files.writeString(file, "mine");

        assertThat(run("init")).isEqualTo(2);
        assertThat(err.toString()).contains(file + ": exists; replace it with --force, or name another file with --to");
        assertThat(file).hasContent("mine");

        assertThat(run("init", "--force")).isZero();
        assertThat(Files.readString(file)).contains("schema: run-matrix/v1");
        assertThat(home).isDirectoryNotContaining(path -> path.toString().endsWith(".tmp"));
    }

    @Test
    void allSenselessValuesAreNamedWithTheirPlace() throws IOException {
        Path config = config("""
                performance:
                  use_streaming: maybe
                  max_workers: 0
                  chunk_size: 99999999999
                  parallel_chunks: [true]
                  parallel_chunks: true
                """);

        assertThat(run("init", "--from", config.toString())).isEqualTo(2);

        assertThat(err.toString())
                .contains("config.yaml:2:3: performance.use_streaming: must be true or false".replace(":2:3", ":2:18"))
                .contains(":3:16: performance.max_workers: must be a whole number from 1 to 1024")
                .contains(":4:15: performance.chunk_size: must be a whole number from 1 to 2147483647")
                .contains(":5:20: performance.parallel_chunks: must be true or false")
                .contains(":6:3: performance.parallel_chunks: stands here twice");
        assertThat(home.resolve("run-matrix.yaml")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                    | is empty",
                "'performance: 7'                      | has no section 'performance:'",
                "'[1, 2]'                              | has no section 'performance:'",
                "'performance: {max_workers: !!java.io.File [x]}' | must be a whole number",
                "'performance: {a: *b}'                | is no YAML",
                "'{performance: {max_workers: 2}, performance: {max_workers: 3}}' | performance: stands here twice",
                "'{a: &a {max_workers: 2}, performance: {<<: *a}}' | performance.<<: settings taken from elsewhere",
                "'a: {'                                | is no YAML"
            })
    void whatIsNoConfigurationIsRefused(String text, String why) throws IOException {
        assertThat(run("init", "--from", config(text).toString())).isEqualTo(2);

        assertThat(err.toString()).contains(why).doesNotContain("\tat ");
    }

    @Test
    void depthSizeAndAliasesCostNothing() throws IOException {
        assertThat(run("init", "--from", config("[".repeat(100_000)).toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("nested deeper than 32 levels");

        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a")
                    .append(i)
                    .append(": &a")
                    .append(i)
                    .append(" [*a")
                    .append(i - 1)
                    .append(", *a")
                    .append(i - 1)
                    .append("]\n");
        }
        assertThat(run(
                        "init",
                        "--from",
                        config(laughs + "performance: {max_workers: 2}\n").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("aliases");

        assertThat(run(
                        "init",
                        "--force",
                        "--from",
                        config("#".repeat((1 << 20) + 1)).toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("a configuration has at most 1048576");

        Files.write(home.resolve("config.yaml"), new byte[] {(byte) 0xC3, 0x28});
        assertThat(run("init", "--force", "--from", home.resolve("config.yaml").toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is no UTF-8 text");
    }

    @Test
    void aDatasetThatDoesNotExistIsRefused() {
        assertThat(run("init", "--dataset", "nowhere")).isEqualTo(2);

        assertThat(err.toString()).contains("--dataset: there is no dataset 'nowhere'");
    }

    private Path config(String text) throws IOException {
        return Files.writeString(home.resolve("config.yaml"), text);
    }

    private int run(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }
}
