// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.result.UnreadableRunException;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.SittingSpread;
import org.junit.jupiter.api.Test;

class SittingDriftTest {

    @Test
    void eightNightsOfOneBuildTellWhatSittingsDifferBy() throws UnreadableRunException {
        SittingSpread spread = SittingDrift.of(
                Metric.WALL,
                new Nights(1, 28, 24).noise(0.03, 0.01).build(night -> 1).levels());

        assertThat(spread.sittings()).isEqualTo(28);
        assertThat(spread.sigma()).isCloseTo(0.03, within(0.003));
    }

    @Test
    void aChangeFromBuildToBuildIsNoDrift() throws UnreadableRunException {
        SittingSpread spread = SittingDrift.of(
                Metric.WALL,
                new Nights(1, 24, 24)
                        .noise(0.03, 0.01)
                        .build(night -> night / 6)
                        .effect((night, cell) -> 1 + night / 6)
                        .levels());

        assertThat(spread.sittings()).isEqualTo(21);
        assertThat(spread.sigma()).isCloseTo(0.03, within(0.003));
    }

    @Test
    void sevenNightsAreTooFewAndTheUsualIsAssumed() throws UnreadableRunException {
        assertThat(SittingDrift.of(
                        Metric.WALL, new Nights(1, 7, 4).build(night -> 1).levels()))
                .isEqualTo(SittingSpread.ASSUMED);
    }

    @Test
    void buildsMeasuredOnceTellNothing() throws UnreadableRunException {
        assertThat(SittingDrift.of(Metric.WALL, new Nights(1, 28, 4).levels())).isEqualTo(SittingSpread.ASSUMED);
    }

    @Test
    void nightsWithoutEnoughCleanForksDoNotCount() throws UnreadableRunException {
        assertThat(SittingDrift.of(
                        Metric.WALL,
                        new Nights(1, 9, 2)
                                .build(night -> 1)
                                .disturbed((night, cell) -> night < 2)
                                .levels()))
                .isEqualTo(SittingSpread.ASSUMED);
    }
}
