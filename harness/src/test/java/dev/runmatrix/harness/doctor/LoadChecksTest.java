// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.resource.MachineLoad;
import dev.runmatrix.harness.result.Pressure;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadChecksTest {

    private static final long SECOND = 1_000_000_000;
    private static final Pressure NONE = new Pressure(Optional.of(0L), Optional.of(0L), Optional.of(0L));

    @Test
    void aQuietMachineIsWell() {
        List<Check> checks = LoadChecks.of(load(0.15, 0.02, 0, NONE));

        assertThat(checks).hasSize(6).allMatch(check -> check.level() == Check.Level.OK);
        assertThat(checks.get(0).found()).isEqualTo("0.15, at most 0.90 in a second");
    }

    @Test
    void eachDisturbanceIsWarnedOfWithItsNumberAndLimit() {
        Pressure pressure = new Pressure(Optional.of(SECOND / 5), Optional.of(SECOND / 10), Optional.of(SECOND / 2));

        List<Check> checks = LoadChecks.of(load(0.16, 0.03, SECOND / 20, pressure));

        assertThat(checks).hasSize(6).allMatch(check -> check.level() == Check.Level.WARNING);
        assertThat(checks)
                .extracting(Check::found)
                .contains("3 %", "20 % of the time", "10 % of the time", "50 % of the time", "5 % of the time");
        assertThat(checks).extracting(check -> check.limit().orElseThrow()).contains("0.15", "2 %", "10 %", "20 %");
    }

    @Test
    void whatIsNotToldIsNotTakenForNothing() {
        MachineLoad load = new MachineLoad(SECOND, 0, 0, Optional.empty(), Optional.empty(), Optional.empty(), 0);

        assertThat(LoadChecks.of(load))
                .filteredOn(check -> !check.name().equals("foreign load"))
                .hasSize(3)
                .allSatisfy(check -> {
                    assertThat(check.level()).isEqualTo(Check.Level.OK);
                    assertThat(check.found()).doesNotContain("0");
                    assertThat(check.limit()).isEmpty();
                });
    }

    private static MachineLoad load(double foreign, double steal, long throttledNanos, Pressure pressure) {
        return new MachineLoad(
                SECOND, foreign, 0.9, Optional.of(steal), Optional.of(throttledNanos), Optional.of(pressure), 0);
    }
}
