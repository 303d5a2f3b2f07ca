// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.runmatrix.harness.MachineLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelftestCommandTest {

    private static final String LOCK = "runmatrix.lock.folder";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void lockAFolderOfItsOwn() {
        System.setProperty(LOCK, folder.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(LOCK);
    }

    @Test
    void aHarnessThatIsKilledAndToysThatFailAreToldAsTheyShould() throws Exception {
        int status = run("selftest", "--quick", "--only", "exit", "--only", "kill", "--format", "json");

        JsonNode json = new ObjectMapper().readTree(out.toString());
        assertThat(json.path("scenarios").findValuesAsText("details"))
                .as(json.toString())
                .hasSize(2);
        assertThat(json.path("scenarios").findValuesAsText("outcome"))
                .as(json.toString())
                .containsExactly("ok", "ok");
        assertThat(json.path("passed").asBoolean()).isTrue();
        assertThat(err.toString()).startsWith("[1/2] exit  ETA 0:").contains("[2/2] kill  ETA 0:");
        assertThat(status).isZero();
    }

    @Test
    void aTestThatIsEndedLeavesNothing() throws Exception {
        Process test = selftest("--only", "hang");
        while (test.descendants().noneMatch(SelftestCommandTest::isToy)) {
            assertThat(test.isAlive()).isTrue();
            TimeUnit.MILLISECONDS.sleep(20);
        }
        List<ProcessHandle> started = test.descendants().toList();

        test.destroy();

        assertThat(test.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(test.exitValue()).isEqualTo(143);
        assertThat(started).isNotEmpty().noneMatch(ProcessHandle::isAlive);
        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("run-matrix-")))
                    .isEmpty();
        }
    }

    private static boolean isToy(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/sleep"))
                .isPresent();
    }

    private Process selftest(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + LOCK + "=" + folder,
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "selftest"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void theListTellsWhatThereIsToPlay() {
        int status = run("selftest", "--list");

        assertThat(status).isZero();
        assertThat(out.toString().lines())
                .anyMatch(line -> line.matches("kill +\\d+ s q after a SIGKILL and --resume each fork is there once"))
                .anyMatch(line -> line.matches("plus-15 +\\d+ s   15 % more is always called SLOWER"))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void aScenarioThatIsNoneIsAWrongArgument() {
        int status = run("selftest", "--only", "kil");

        assertThat(status).isEqualTo(ExitCode.USAGE.status());
        assertThat(err.toString())
                .contains("--only: no scenario is called 'kil'; there are ")
                .contains("kill");
    }

    @Test
    void itDoesNotDisturbAHarnessThatMeasures() throws Exception {
        MachineLock measuring = MachineLock.acquire(folder);
        try {
            int status = run("selftest", "--only", "exit");

            assertThat(status).isEqualTo(ExitCode.LOCKED.status());
            assertThat(err.toString()).contains("another run is measuring on this machine");
        } finally {
            measuring.close();
        }
    }

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
