// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.build.BuildStore;
import dev.runmatrix.harness.resource.BuildDigest;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.harness.result.RunStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineBuildTest {

    private static final String RUN = "20260101T000000Z-aaaaaaa";

    @TempDir
    Path folder;

    private List<Path> own = List.of();

    @BeforeEach
    void makeAProgram() throws IOException {
        Path jar = folder.resolve("run-matrix.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("dev/runmatrix/cli/Main.class"));
        }
        own = List.of(jar);
    }

    @Test
    void theProgramIsKeptThatTheRunMeasured() throws Exception {
        String digest = BuildDigest.of(own);
        BaselineBuild build = build();
        RunRecord run = run(digest);

        assertThat(build.state(run)).isEqualTo("Its build is not kept.");
        assertThat(build.keep(run)).startsWith("Its build " + digest.substring(0, 12) + " is kept");

        assertThat(build.state(run)).isEqualTo(build.keep(run));
        assertThat(new BuildStore(folder.resolve("builds")).find(digest)).isPresent();
    }

    @Test
    void anotherProgramIsNotKept() throws Exception {
        assertThat(build().keep(run("b"))).contains("is not kept", "another build than the run measured");
        assertThat(folder.resolve("builds")).doesNotExist();
    }

    @Test
    void aStoreThatCannotBeWrittenIsSaidAndNoMore() throws Exception {
        Files.writeString(folder.resolve("builds"), "in the way");

        assertThat(build().keep(run(BuildDigest.of(own)))).startsWith("Its build is not kept: ");
    }

    private BaselineBuild build() {
        return new BaselineBuild(new BuildStore(folder.resolve("builds")), own);
    }

    private RunRecord run(String digest) throws Exception {
        new SavedSittings(folder.resolve("results")).save(RUN, digest, "17", 1);
        return RunStore.read(folder.resolve("results").resolve(RUN)).run();
    }
}
