// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownDriftTest {

    private static final String HOME = "runmatrix.home";
    private static final double[] LEVELS = {2.00, 2.06, 1.94, 2.02, 1.97, 2.05, 2.01, 1.95, 2.03};

    @TempDir
    Path home;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void atHome() {
        System.setProperty(HOME, home.toString());
    }

    @AfterEach
    void forgetIt() {
        System.clearProperty(HOME);
    }

    private void night(int night, String build, String jdk, double seconds) throws IOException {
        String id = id(night);
        new SavedSittings(home.resolve("results")).save(id, build, jdk, seconds);
        Path frame = home.resolve("results").resolve(id).resolve("run.json");
        String day = String.format("2026-01-%02dT", night + 1);
        Files.writeString(frame, Files.readString(frame).replace("2026-01-01T", day));
    }

    private static String id(int night) {
        return String.format("202601%02dT000000Z-%07x", night + 1, night + 0xa0);
    }

    private String compared(int base, int candidate) {
        out.getBuffer().setLength(0);
        Main.run(new PrintWriter(out), new PrintWriter(out), "compare", id(base), id(candidate));
        return out.toString().replaceAll("\\s+", " ");
    }

    @Test
    void nineNightsOfOneBuildTakeThePlaceOfWhatIsAssumed() throws IOException {
        for (int night = 0; night < LEVELS.length; night++) {
            night(night, "a", "17", LEVELS[night]);
        }
        night(20, "b", "17", 2.2);

        assertThat(compared(0, 20)).contains("estimated from 9 sittings of unchanged builds");
    }

    @Test
    void nightsOfAnotherJdkTellNothing() throws IOException {
        for (int night = 0; night < LEVELS.length; night++) {
            night(night, "a", night < 5 ? "17" : "21", LEVELS[night]);
        }
        night(20, "b", "17", 2.2);

        assertThat(compared(0, 20)).contains("of wall, assumed)");
    }

    @Test
    void manyRunsOfOneDayAreOneSitting() throws IOException {
        for (int night = 0; night < LEVELS.length; night++) {
            new SavedSittings(home.resolve("results")).save(id(night), "a", "17", LEVELS[night]);
        }
        night(20, "b", "17", 2.2);

        assertThat(compared(0, 20)).contains("of wall, assumed)");
    }
}
