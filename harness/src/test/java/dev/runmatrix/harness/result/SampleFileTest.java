// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleFileTest {

    @TempDir
    Path directory;

    @Test
    void samplesReadBackAsTheyWereWritten() throws Exception {
        List<ResourceSample> samples = List.of(
                new ResourceSample(100, 90, 1 << 20, 9, 0, 5, 0, OptionalLong.empty()),
                new ResourceSample(200, 280, 2 << 20, 11, 4096, 6, 190, OptionalLong.of(3)));
        Path file = directory.resolve("samples/C01/1.csv");

        SampleFile.write(file, samples);

        assertThat(SampleFile.read(file)).isEqualTo(samples);
        assertThat(Files.readAllLines(file).get(2)).isEqualTo("200,280,1.9,2097152,11,4096,6,190,3");
    }

    @Test
    void anotherTableIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("other.csv"), "a,b\n1,2\n");

        assertThatThrownBy(() -> SampleFile.read(file))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("other.csv");
    }
}
