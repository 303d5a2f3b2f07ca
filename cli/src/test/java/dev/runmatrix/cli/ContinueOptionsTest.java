// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.RunState;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContinueOptionsTest {

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

    @ParameterizedTest
    @CsvSource({
        "--resume latest --forks 3, leave --forks away",
        "--resume latest --seed 3, leave --seed away",
        "--resume latest --only mode=streaming --skip mode=x, leave --only and --skip away",
        "--resume latest --append latest, leave --append away",
        "--resume latest --dry-run, leave --dry-run away",
        "--append latest --profile smoke, leave --profile away",
        "--append latest -f x.yaml --profile smoke --max-forks 9, leave --profile and --max-forks away",
    })
    void whatContradictsAStoredRunIsRefused(String arguments, String wayOut) {
        assertThat(run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains(wayOut);
    }

    @Test
    void aRunThatIsNotThereIsNamed() {
        assertThat(run("--resume", "20260101")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("20260101: no such run");
    }

    @Test
    void cellsThatTheRunLacksCannotBeAddedTo() throws IOException {
        RunStore.create(
                home.resolve("results"),
                StoredRuns.named(
                        "20260101T000000Z-aaaaaaa",
                        List.of(StoredRuns.cell("C01", true, 1, "mode", "streaming")),
                        RunState.COMPLETE));

        assertThat(run("--append", "latest", "--only", "mode=in-memory")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("--only mode=in-memory: no cell has mode=in-memory");
    }

    @Test
    void nothingIsAddedBeforeWhatWasPlannedIsMade() throws IOException {
        RunStore.create(
                home.resolve("results"),
                StoredRuns.named(
                        "20260101T000000Z-aaaaaaa",
                        List.of(StoredRuns.cell("C01", true, 1, "mode", "streaming")),
                        RunState.INTERRUPTED));

        assertThat(run("--append", "latest", "--forks", "2")).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains("./run-matrix --resume 20260101T000000Z-aaaaaaa");
    }

    @Test
    void aRunThatCannotBeReadIsDamagedData() throws IOException {
        Path directory = Files.createDirectories(home.resolve("results/20260101T000000Z-aaaaaaa"));
        Files.writeString(directory.resolve(RunStore.RUN_FILE), "{");

        assertThat(run("--resume", "latest")).isEqualTo(ExitCode.DATA.status());
    }

    @ParameterizedTest
    @CsvSource({
        "--budget 30, '--budget: ''30'' is no duration; write it as 250ms, 30s, 10m or 2h'",
        "--max-forks 0, --max-forks: 0 is not allowed; use 1 or more",
        "--max-forks 5, '--max-forks: 5 is less than the first 6 forks of a cell; use 6 or more'",
    })
    void impossibleLimitsOfANewRunAreRefused(String arguments, String message) throws IOException {
        Files.copy(Path.of("..", "run-matrix.yaml"), home.resolve("run-matrix.yaml"));

        assertThat(run(arguments.split(" ", -1))).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString()).contains(message);
    }

    @Test
    void aDryRunIsAPlan() throws IOException {
        Files.copy(Path.of("..", "run-matrix.yaml"), home.resolve("run-matrix.yaml"));

        assertThat(run("--dry-run", "--max-forks", "20", "--budget", "30m", "--seed", "4"))
                .isZero();
        assertThat(out.toString()).contains("Looks after 6, 10, 20 forks", "Measuring ends after 30m", "Order, seed 4");
        assertThat(home.resolve("results")).doesNotExist();
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
