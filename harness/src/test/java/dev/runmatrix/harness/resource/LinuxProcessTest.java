// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxProcessTest {

    private static final String STAT = "20 (java) R 7 20 20 0 -1 0 11 1 13 1 15 16 17 18 20 0 19 0 2100 9999 22 0\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aLookSeesWhatTheKernelWritesNow() throws IOException {
        write("stat", STAT);
        write("io", "rchar: 900\nwchar: 800\nsyscr: 1\nsyscw: 2\nread_bytes: 4096\nwrite_bytes: 512\n");
        try (ProcessSource process = LinuxProcess.open(folder, 4096).orElseThrow()) {
            ProcessLook first = process.look().orElseThrow();
            write("stat", STAT.replace(" 15 16 ", " 16 16 "));
            ProcessLook second = process.look().orElseThrow();

            assertThat(first.cpuMillis()).isEqualTo(310);
            assertThat(second.cpuMillis()).isEqualTo(320);
            assertThat(first.rssBytes()).isEqualTo(22 * 4096);
            assertThat(first.threads()).isEqualTo(19);
            assertThat(first.readBytes()).hasValue(4096);
            assertThat(first.writeBytes()).hasValue(512);
            assertThat(first.minorFaults()).hasValue(12);
            assertThat(first.majorFaults()).hasValue(14);
        }
    }

    @Test
    void withoutItsTransfersTheyAreAbsentAndNotNothing() throws IOException {
        write("stat", STAT);
        try (ProcessSource process = LinuxProcess.open(folder, 4096).orElseThrow()) {
            assertThat(process.look().orElseThrow().readBytes()).isEmpty();
        }
    }

    @Test
    void aZombieAndAnEmptyFileAreNoLivingProcess() throws IOException {
        write("stat", STAT.replace(" R ", " Z "));
        try (ProcessSource process = LinuxProcess.open(folder, 4096).orElseThrow()) {
            assertThat(process.look()).isEmpty();
            write("stat", "");
            assertThat(process.look()).isEmpty();
        }
    }

    @Test
    void aFolderThatIsNotThereIsNoProcess() {
        assertThat(LinuxProcess.open(folder.resolve("1234"), 4096)).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text);
    }
}
