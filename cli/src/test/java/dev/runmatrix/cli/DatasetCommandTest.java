// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DatasetCommandTest {

    private static final String HOME = "runmatrix.home";

    @TempDir
    private Path home;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String previousHome = "";

    @BeforeEach
    void moveHome() {
        previousHome = System.getProperty(HOME, "");
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void moveBack() {
        System.setProperty(HOME, previousHome);
    }

    @Test
    void theListFitsAnOldTerminalAndShowsWhatIsHere() {
        assertThat(run("generate", "tiny")).isZero();

        assertThat(run("list")).isZero();

        List<String> lines = out.toString().lines().skip(2).toList();
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
        assertThat(lines.get(0)).startsWith("NAME ").contains("POD ROWS", "OUTPUT ROWS", "SIZE", "STATE");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("tiny "))
                .singleElement()
                .asString()
                .contains(" 288 ", " 12 ", " 28 kB")
                .endsWith("ready");
        assertThat(lines)
                .filteredOn(line -> line.startsWith("production-medium "))
                .singleElement()
                .asString()
                .contains("7,432,560", "46,500", "~127 MB")
                .endsWith("  not made");
    }

    @Test
    void aDatasetIsMadeOnceUnlessForced() {
        assertThat(run("generate", "tiny")).isZero();
        assertThat(out.toString()).contains("tiny: 288 pod rows, 12 output rows, 6 files, 28 kB, made in ");

        assertThat(run("generate", "tiny")).isZero();
        assertThat(out.toString()).contains("tiny is here already: " + home);

        assertThat(run("generate", "--force", "--threads", "1", "tiny")).isZero();
        assertThat(out.toString().lines().filter(line -> line.contains("made in")))
                .hasSize(2);
    }

    @Test
    void settingsMakeAVariant() {
        assertThat(run("generate", "tiny", "--set", "layout=koku", "--set", "absent=0.1"))
                .isZero();
        assertThat(run("list")).isZero();

        assertThat(home.resolve("datasets/data/tiny+absent-0.1+layout-koku/manifest.json"))
                .exists();
        assertThat(out.toString()).containsPattern("(?m)^tiny\\+absent-0\\.1\\+layout-koku .* ready$");
    }

    @Test
    void anUnknownNameIsAUsageErrorWithASuggestion() {
        assertThat(run("generate", "tinny")).isEqualTo(2);

        assertThat(err.toString())
                .contains("no dataset is named 'tinny', did you mean 'tiny'?")
                .doesNotContain("\tat ");
    }

    @Test
    void impossibleSettingsAreUsageErrorsAllAtOnce() {
        assertThat(run("generate", "tiny", "--set", "pods=7", "--set", "codec=lzo"))
                .isEqualTo(2);

        assertThat(err.toString())
                .contains("tiny: pods must be a multiple of nodes (2): use 6 or 8, not 7")
                .contains("tiny: codec must be one of uncompressed, snappy, gzip, zstd, not 'lzo'");
    }

    @Test
    void zeroThreadsAreAUsageError() {
        assertThat(run("generate", "tiny", "--threads", "0")).isEqualTo(2);

        assertThat(err.toString()).contains("--threads: 0 is not allowed, use 1 or more");
    }

    @Test
    void damageIsFoundAndTheFileNamed() throws IOException {
        run("generate", "tiny");
        assertThat(run("verify", "tiny")).isZero();
        assertThat(out.toString()).contains("tiny: sound, 6 files, 28 kB");
        Path file = firstFile();
        Files.write(file, new byte[10]);

        assertThat(run("verify", "tiny")).isEqualTo(65);

        assertThat(err.toString()).contains(file + ": has 10 bytes instead of ").contains("dataset generate --force");
    }

    @Test
    void whatIsNotHereCannotBeVerifiedOrRemoved() {
        assertThat(run("verify", "tiny")).isEqualTo(2);
        assertThat(run("rm", "tiny")).isEqualTo(2);

        assertThat(err.toString())
                .contains("dataset 'tiny' is not on this machine")
                .contains("dataset generate tiny");
    }

    @Test
    void aNameThatExistsNowhereIsAnsweredWithTheNearestOne() {
        assertThat(run("verify", "tinny")).isEqualTo(2);
        assertThat(run("rm", "20000k")).isEqualTo(2);

        assertThat(err.toString()).contains("'tinny', did you mean 'tiny'?").contains("no dataset is named '20000k'");
    }

    @Test
    void aRemovedDatasetIsGone() {
        run("generate", "tiny");

        assertThat(run("rm", "tiny")).isZero();

        assertThat(home.resolve("datasets/data/tiny")).doesNotExist();
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAnInputOutputError() throws IOException {
        Files.createDirectories(home.resolve("datasets"));
        Files.writeString(home.resolve("datasets/data"), "in the way");

        assertThat(run("generate", "tiny")).isEqualTo(74);

        assertThat(err.toString()).contains("cannot be written").doesNotContain("\tat ");
    }

    @Test
    void withoutAWordTheCommandSaysWhatItCanDo() {
        assertThat(run()).isEqualTo(2);

        assertThat(err.toString())
                .contains("list, generate NAME, import DIR, verify NAME or rm NAME")
                .contains("Examples:");
    }

    private int run(String... arguments) {
        return new CommandLine(new DatasetCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println(e.getMessage());
                    return e instanceof CommandFailure failure ? failure.code().status() : 70;
                })
                .execute(arguments);
    }

    private Path firstFile() throws IOException {
        try (Stream<Path> files = Files.walk(home.resolve("datasets/data/tiny/data"))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }
}
