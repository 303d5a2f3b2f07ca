// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryGroupTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderThatIsNoControlGroupIsNoPlaceAndStaysClean() throws IOException {
        Path group = Files.createDirectories(folder.resolve("memory/a"));
        Files.createDirectory(group.resolve("run-matrix-limit-1-2"));
        Files.createDirectory(group.resolve("somebody-elses"));

        assertThat(MemoryGroup.place(groups())).isEmpty();
        try (Stream<Path> left = Files.list(group)) {
            assertThat(left).containsExactly(group.resolve("somebody-elses"));
        }
    }

    @Test
    void whereThereAreNoGroupsThereIsNoPlace() {
        assertThat(MemoryGroup.place(ControlGroups.of(folder))).isEmpty();
    }

    @Test
    void aRealGroupEndsWhatTakesMoreThanItsLimitAndIsGoneAfterwards() throws Exception {
        Optional<Path> place = MemoryGroup.place();
        assumeThat(place).isPresent();
        Path left = place.orElseThrow();

        try (MemoryGroup group = MemoryGroup.create(left, 16 << 20)) {
            Process hungry = new ProcessBuilder(
                            "/bin/sh",
                            "-c",
                            "echo $$ > \"$0\" && head -c 200000000 /dev/zero | tail -c 199999999 > /dev/null",
                            group.processes().toString())
                    .redirectErrorStream(true)
                    .start();
            hungry.getInputStream().readAllBytes();

            assertThat(hungry.waitFor()).isEqualTo(137);
            assertThat(group.kills()).isPositive();
        }
        try (Stream<Path> groups = Files.list(left)) {
            assertThat(groups.map(g -> g.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(
                            "run-matrix-limit-" + ProcessHandle.current().pid() + "-"));
        }
    }

    private ControlGroups groups() throws IOException {
        Path process = Files.createDirectories(folder.resolve("process"));
        Files.write(
                process.resolve("mountinfo"),
                List.of("30 20 0:1 / " + folder.resolve("memory") + " rw - cgroup cgroup rw,memory"));
        Files.write(process.resolve("cgroup"), List.of("4:memory:/a"));
        return ControlGroups.of(process);
    }
}
