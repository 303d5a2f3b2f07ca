// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program on a terminal that {@code script} makes, and without one. */
class ColouredTerminalIT {

    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @TempDir
    Path home;

    @BeforeEach
    void oneRun() throws Exception {
        new SavedSittings(home.resolve("results")).save("20260101T000000Z-aaaaaaa", "a", "17", 2);
    }

    @Test
    void aTerminalGetsColours() throws Exception {
        assertThat(onTerminal(Map.of("TERM", "xterm")))
                .contains("\u001b[1mRUN\u001b[0m", "\u001b[32mcomplete\u001b[0m");
    }

    @Test
    void aTerminalThatIsToHaveNoneGetsNone() throws Exception {
        assertThat(onTerminal(Map.of("TERM", "xterm", "NO_COLOR", "1")))
                .contains("RUN ", "complete")
                .doesNotContain("\u001b");
        assertThat(onTerminal(Map.of("TERM", "dumb"))).contains("complete").doesNotContain("\u001b");
    }

    @Test
    void aPipeGetsNone() throws Exception {
        assertThat(shown(Map.of("TERM", "xterm"), "sh", "-c", command()))
                .contains("complete")
                .doesNotContain("\u001b");
    }

    private String onTerminal(Map<String, String> environment) throws Exception {
        assumeTrue(Files.isExecutable(SCRIPT), "script is not installed");
        return shown(environment, SCRIPT.toString(), "-qec", command(), "/dev/null");
    }

    private String command() {
        return "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -Drunmatrix.home='" + home + "' -cp '"
                + System.getProperty("java.class.path") + "' " + Main.class.getName() + " results list";
    }

    private static String shown(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(Set.of("CI", "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String shown = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(shown).isZero();
        return shown;
    }
}
