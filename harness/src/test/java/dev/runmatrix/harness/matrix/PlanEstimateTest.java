// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanEstimateTest {

    @TempDir
    Path directory;

    @Test
    void anEstimateAddsUpAllForksWarmUpsToo() throws IOException, ConfigException {
        Plan plan =
                MatrixFixture.plan(directory, MatrixFixture.HEAD + "axes: {dataset: [tiny, 100k], mode: [streaming]}");
        Protocol protocol = Protocol.fixed(6, 1, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMillis(100));

        PlanEstimate estimate = PlanEstimate.of(
                plan, protocol, cell -> Duration.ofSeconds(cell.axes().containsValue("tiny") ? 1 : 3));

        assertThat(estimate).isEqualTo(new PlanEstimate(14, Duration.ofSeconds(28), 14, Duration.ofSeconds(28)));
    }

    @Test
    void theTwinAndTheForksThatLooksMayAskForAreCounted() throws IOException, ConfigException {
        Plan plan =
                MatrixFixture.plan(directory, MatrixFixture.HEAD + "axes: {dataset: [tiny, 100k], mode: [streaming]}");

        PlanEstimate estimate = PlanEstimate.of(
                plan,
                Protocol.DEFAULT.withMaxForks(20),
                cell -> Duration.ofSeconds(cell.axes().containsValue("tiny") ? 1 : 3));

        assertThat(estimate)
                .isEqualTo(new PlanEstimate(
                        2 + 3 * 6, Duration.ofSeconds(4 + 6 * 5), 2 + 3 * 20, Duration.ofSeconds(4 + 20 * 5)));
    }
}
