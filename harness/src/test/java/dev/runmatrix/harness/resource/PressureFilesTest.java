// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.Pressure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PressureFilesTest {

    private static final String FULL = "full avg10=0.00 avg60=0.00 avg300=0.00 total=99\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void someIsTakenAndFullIsNot() throws IOException {
        write("pressure/cpu", "some avg10=1.50 avg60=0.00 avg300=0.00 total=17\n" + FULL);
        write("pressure/memory", "some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n" + FULL);

        assertThat(PressureFiles.ofMachine(folder).total())
                .contains(new Pressure(Optional.of(17_000L), Optional.of(0L), Optional.empty()));
    }

    @Test
    void aGroupHasFilesOfItsOwn() throws IOException {
        write("io.pressure", "some avg10=0.00 avg60=0.00 avg300=0.00 total=3\n");

        assertThat(PressureFiles.ofGroup(folder).total())
                .contains(new Pressure(Optional.empty(), Optional.empty(), Optional.of(3_000L)));
    }

    @Test
    void aKernelThatDoesNotTellLeavesNothing() throws IOException {
        assertThat(PressureFiles.ofMachine(folder).total()).isEmpty();

        write("pressure/cpu", FULL);
        assertThat(PressureFiles.ofMachine(folder).total()).isEmpty();
    }

    @Test
    void theGrowthIsAbsentWhereEitherEndIs() {
        Pressure from = new Pressure(Optional.of(5L), Optional.of(7L), Optional.empty());
        Pressure to = new Pressure(Optional.of(9L), Optional.empty(), Optional.of(4L));

        assertThat(PressureFiles.between(Optional.of(from), Optional.of(to)))
                .contains(new Pressure(Optional.of(4L), Optional.empty(), Optional.empty()));
        assertThat(PressureFiles.between(Optional.empty(), Optional.of(to))).isEmpty();
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
