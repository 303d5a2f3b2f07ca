// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void anEarlierFileIsReplacedAndNothingIsLeftBeside() throws Exception {
        Path file = folder.resolve("a.json");
        WholeFile.write(file, bytes("a longer text"));
        WholeFile.writeThrough(file, bytes("short"));

        assertThat(file).hasContent("short");
        assertThat(names()).containsExactly("a.json");
    }

    @Test
    void whatWasWrittenInVainIsRemovedAndTheOldStays() throws Exception {
        Path taken = folder.resolve("b.json");
        Files.createDirectories(taken.resolve("something"));

        assertThatThrownBy(() -> WholeFile.write(taken, bytes("text"))).isInstanceOf(IOException.class);

        assertThat(names()).containsExactly("b.json");
        assertThat(taken.resolve("something")).isDirectory();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
