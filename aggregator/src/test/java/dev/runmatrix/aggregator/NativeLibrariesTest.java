// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Native decompressors cannot be had where the temporary directory cannot be written. */
class NativeLibrariesTest {

    @TempDir
    private Path directory = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"snappy", "zstd"})
    void filesAreReadWithoutThem(String codec) throws Exception {
        Path input = TestFiles.writeTables(directory.resolve("in"), ", COMPRESSION " + codec);
        String expected = TestFiles.csv(input, directory);
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.io.tmpdir=" + directory.resolve("none"),
                        "-Dorg.xerial.snappy.tempdir=" + Files.writeString(directory.resolve("file"), ""),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        input.toString(),
                        directory.resolve("child").toString()))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile())
                .start();
        assertThat(child.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(child.exitValue())
                .as(Files.readString(directory.resolve("child.log")))
                .isZero();
        assertThat(directory.resolve("child/summary.csv")).content().isEqualTo(expected);
    }

    /** Makes the summary in a process of its own. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws Exception {
            TestFiles.csv(Path.of(args[0]), Files.createDirectory(Path.of(args[1])));
        }
    }
}
