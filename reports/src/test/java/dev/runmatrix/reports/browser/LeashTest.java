// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeashTest {

    @TempDir
    Path folder;

    @Test
    void aProgramEndsWithWhoeverStartedIt() throws Exception {
        Process program =
                new ProcessBuilder(Leash.around(Path.of("/bin/sleep"), folder).toString(), "600").start();

        program.getOutputStream().close();

        assertThat(program.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aProgramThatEndsByItselfGivesItsCode() throws Exception {
        Process program =
                new ProcessBuilder(Leash.around(Path.of("/bin/sh"), folder).toString(), "-c", "exit 3").start();

        assertThat(program.waitFor()).isEqualTo(3);
    }
}
