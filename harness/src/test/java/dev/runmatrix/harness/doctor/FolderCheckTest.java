// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderCheckTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderThatHasToBeMadeIsJudgedByTheOneItIsMadeIn() {
        Folder missing = Folder.at(folder.resolve("a/b/c"));

        assertThat(missing.writable()).isTrue();
        assertThat(missing.freeBytes()).isPresent();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileInTheWayCannotBeWrittenInto() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "");

        Check check = FolderCheck.of("results", "results/", Folder.at(file.resolve("run")), 1);

        assertThat(check.hindrance()).contains(Hindrance.FILES);
        assertThat(check.advice().orElseThrow()).contains("results/");
    }

    @Test
    void tooLittleRoomIsAProblemAndHardlyEnoughAWarning() {
        assertThat(levelWith(99)).isEqualTo(Check.Level.PROBLEM);
        assertThat(levelWith(199)).isEqualTo(Check.Level.WARNING);
        assertThat(levelWith(200)).isEqualTo(Check.Level.OK);
    }

    @Test
    void roomThatIsNotToldIsNotTakenForNone() {
        assertThat(FolderCheck.of("results", "results/", new Folder(true, Optional.empty()), 100)
                        .level())
                .isEqualTo(Check.Level.OK);
    }

    private static Check.Level levelWith(long freeBytes) {
        return FolderCheck.of("results", "results/", new Folder(true, Optional.of(freeBytes)), 100)
                .level();
    }
}
