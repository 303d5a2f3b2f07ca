// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.toy.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrandsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    @Test
    void aProgramSeesNoUnwantedVariableUnlessItIsGivenOne() throws IOException {
        try (Errands errands = Errands.open(folder, Set.of("PATH", "HOME"))) {
            ProgramEnd end = errands.run(
                    new Invocation(
                            List.of("/bin/sh", "-c", "echo ${HOME-none} $GIVEN; pwd"),
                            Map.of("GIVEN", "yes"),
                            Optional.empty()),
                    LONG);

            assertThat(end.trouble()).isEmpty();
            assertThat(end.said()).isEqualTo("none yes\n" + folder.toRealPath() + "\n");
        }
    }

    @Test
    void allThatAProgramSaysGoesToItsLog() throws IOException {
        Path log = folder.resolve("a log");
        try (Errands errands = Errands.open(folder, Set.of())) {
            ProgramEnd end = errands.run(sh("echo out; echo err >&2; exit 3"), LONG, log);

            assertThat(end.exitCode()).contains(3);
            assertThat(end.trouble().orElseThrow()).contains("exit code 3");
            assertThat(log).hasContent("out\nerr\n");
        }
    }

    @Test
    void aProgramThatTakesTooLongIsEnded() throws IOException {
        try (Errands errands = Errands.open(folder, Set.of())) {
            ProgramEnd end = errands.run(sh("sleep 600"), Duration.ofMillis(50), folder.resolve("log"));

            assertThat(end.exitCode()).isEmpty();
            assertThat(end.trouble().orElseThrow()).contains("took longer");
        }
    }

    @Test
    void whatAProgramLeavesRunningEndsWithTheErrands() throws IOException {
        Path pid = folder.resolve("pid");
        try (Errands errands = Errands.open(folder, Set.of())) {
            errands.run(sh("sleep 600 >/dev/null 2>&1 & echo $! >" + pid), LONG);
        }

        assertThat(Processes.end(Long.parseLong(Files.readString(pid).strip()))).isTrue();
    }

    @Test
    void onceStoppedOnlyWhatTidiesUpIsStillRun() throws IOException {
        try (Errands errands = Errands.open(folder, Set.of())) {
            errands.stop();

            assertThat(errands.isStopping()).isTrue();
            assertThat(errands.run(sh("echo tidy"), LONG).said()).isEqualTo("tidy\n");
        }
    }

    private static Invocation sh(String script) {
        return new Invocation(List.of("sh", "-c", script), Map.of(), Optional.empty());
    }
}
