// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.runmatrix.datasets.DatasetCatalog;
import dev.runmatrix.datasets.DatasetStore;
import dev.runmatrix.datasets.StoredDataset;
import dev.runmatrix.harness.Interruption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasuredDataTest {

    @TempDir
    Path folder;

    @Test
    void aDatasetThatLostAFileIsNotMeasured() throws Exception {
        Home home = new Home(folder);
        StoredDataset tiny = new DatasetStore(home.datasets())
                .generate(DatasetCatalog.builtIn().find("tiny"), 1, (done, whole) -> {});
        Path lost = tiny.data().resolve(tiny.manifest().files().get(0).path());
        Path cut = tiny.data().resolve(tiny.manifest().files().get(1).path());
        Files.delete(lost);
        Files.write(cut, new byte[7]);

        try (Interruption interruption = Interruption.watch()) {
            CommandFailure failure = catchThrowableOfType(
                    CommandFailure.class, () -> new MeasuredData(home, interruption).of(Set.of("tiny")));

            assertThat(failure.code()).isEqualTo(ExitCode.DATA);
            assertThat(failure)
                    .hasMessageContaining(lost + ": cannot be read: no such file")
                    .hasMessageContaining(cut + ": has 7 bytes instead of ")
                    .hasMessageEndingWith("Make it again with './run-matrix dataset generate --force tiny'.");
        }
    }
}
