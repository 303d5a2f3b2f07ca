// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.GateMetric;
import org.junit.jupiter.api.Test;

class GateNumbersTest {

    @Test
    void aSmallSizeIsNotRoundedToNothing() {
        assertThat(GateNumbers.amount(GateMetric.PEAK_RSS, 1_000)).isEqualTo("1.0 kB");
        assertThat(GateNumbers.amount(GateMetric.PEAK_RSS, 100_000)).isEqualTo("0.1 MB");
        assertThat(GateNumbers.amount(GateMetric.PEAK_RSS, 3.21e9)).isEqualTo("3.21 GB");
    }
}
