// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.result.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentProbeTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theMachineIsDescribedWithoutFoldersAndWithinItsLimits() throws IOException {
        Environment environment = new EnvironmentProbe(Machine.open()).probe(folder, List.of());

        assertThat(environment.grantedCores()).isPositive().isLessThanOrEqualTo(environment.logicalCpus());
        assertThat(environment.grantedMemoryBytes()).isPositive().isLessThanOrEqualTo(environment.memoryBytes());
        assertThat(environment.machineHash()).matches("[0-9a-f]{12}");
        assertThat(environment.machineClassHash()).matches("[0-9a-f]{12}").isNotEqualTo(environment.machineHash());
        assertThat(environment.gitCommit()).isEmpty();
        assertThat(environment.toString()).doesNotContain(folder.toString());
    }

    @Test
    void theDigestOfABuildDependsOnItsContentNotOnItsPlace() throws IOException {
        Path one = Files.writeString(folder.resolve("one.jar"), "same");
        Path two = Files.writeString(folder.resolve("two.jar"), "same");
        Path other = Files.writeString(folder.resolve("other.jar"), "different");

        assertThat(BuildDigest.of(List.of(one))).isEqualTo(BuildDigest.of(List.of(two)));
        assertThat(BuildDigest.of(List.of(one))).isNotEqualTo(BuildDigest.of(List.of(other)));
    }
}
