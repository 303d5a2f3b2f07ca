// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFileTest {

    /** Larger than the kernel ever makes a process number. */
    private static final long NO_PROCESS = 1L << 40;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void theFileAppearsWholeWhenItIsCommitted() throws Exception {
        Path target = directory.resolve("a.csv");
        try (TemporaryFile file = TemporaryFile.create(target)) {
            file.stream().write('x');
            assertThat(target).doesNotExist();
            file.commit();
        }
        assertThat(target).hasContent("x");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void withoutACommitNothingIsLeftAndTheOldFileStays() throws Exception {
        Path target = Files.writeString(directory.resolve("a.csv"), "old");
        try (TemporaryFile file = TemporaryFile.create(target)) {
            file.stream().write('x');
        }
        assertThat(target).hasContent("old");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void whatDeadProcessesLeftIsRemovedAndWhatOthersWriteIsNot() throws Exception {
        Path stale = Files.writeString(directory.resolve(".a.csv." + NO_PROCESS + "-1f.tmp"), "");
        Path live = Files.writeString(
                directory.resolve(".a.csv." + ProcessHandle.current().pid() + "-1f.tmp"), "");
        Path other = Files.writeString(directory.resolve(".b.csv." + NO_PROCESS + "-1f.tmp"), "");
        TemporaryFile.create(directory.resolve("a.csv")).close();
        assertThat(stale).doesNotExist();
        assertThat(live).exists();
        assertThat(other).exists();
    }

    @Test
    void aLinkStaysAndTheFileThatItLeadsToIsReplaced() throws Exception {
        Path file = Files.writeString(directory.resolve("real.csv"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("a.csv"), Path.of("real.csv"));
        try (TemporaryFile temporary = TemporaryFile.create(link)) {
            temporary.stream().write('x');
            temporary.commit();
        }
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("x");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> paths = Files.list(directory)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        }
    }
}
