// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.engines.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.aggregator.OutputExistsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

    @TempDir
    private Path folder;

    @Test
    void theOutputAppearsWholeAndTheFolderGoes() throws IOException {
        Path output = folder.resolve("summary.csv");
        try (WorkFolder work = WorkFolder.beside(output, false)) {
            work.commit(Files.writeString(work.path().resolve("made"), "rows"));
        }

        assertThat(output).hasContent("rows");
        assertThat(names()).containsExactly("summary.csv");
    }

    @Test
    void withoutACommitNothingIsLeft() throws IOException {
        try (WorkFolder work = WorkFolder.beside(folder.resolve("summary.csv"), false)) {
            Files.createDirectories(work.path().resolve("spilled/more"));
        }

        assertThat(names()).isEmpty();
    }

    @Test
    void whatIsThereStaysUnlessItIsToBeReplaced() throws IOException {
        Path output = Files.writeString(folder.resolve("summary.csv"), "old");

        assertThatThrownBy(() -> WorkFolder.beside(output, false)).isInstanceOf(OutputExistsException.class);

        try (WorkFolder work = WorkFolder.beside(output, true)) {
            work.commit(Files.writeString(work.path().resolve("made"), "new"));
        }
        assertThat(output).hasContent("new");
    }

    @Test
    void aFolderOfFilesIsReplacedAsAWhole() throws IOException {
        Path output = Files.createDirectory(folder.resolve("summary"));
        Files.writeString(output.resolve("old"), "old");
        try (WorkFolder work = WorkFolder.beside(output, true)) {
            Path made = Files.createDirectory(work.path().resolve("made"));
            Files.writeString(made.resolve("new"), "new");
            work.commit(made);
        }

        assertThat(output.resolve("new")).hasContent("new");
        assertThat(output.resolve("old")).doesNotExist();
        assertThat(names()).containsExactly("summary");
    }

    @Test
    void whatADeadProcessLeftIsRemoved() throws IOException {
        Path left = Files.createDirectory(folder.resolve(".summary.csv.999999999-1f.tmp"));
        Files.writeString(left.resolve("part"), "rows");
        try (WorkFolder work = WorkFolder.beside(folder.resolve("summary.csv"), false)) {
            assertThat(left).doesNotExist();
            assertThat(work.path()).exists();
        }
    }

    @Test
    void aMissingDirectoryIsNamed() {
        assertThatThrownBy(() -> WorkFolder.beside(folder.resolve("none/summary.csv"), false))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("its directory does not exist");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
