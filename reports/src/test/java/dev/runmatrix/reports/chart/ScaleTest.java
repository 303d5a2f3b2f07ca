// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void aLinearScaleMapsItsEndsAndItsMiddle() {
        LinearScale scale = new LinearScale(10, 100, 20);
        assertThat(scale.at(0)).isEqualTo(100);
        assertThat(scale.at(5)).isEqualTo(60);
        assertThat(scale.at(10)).isEqualTo(20);
    }

    @Test
    void valuesOutsideStayAtTheEnds() {
        assertThat(new LinearScale(10, 0, 50).at(1e12)).isEqualTo(50);
        assertThat(new LogScale(1, 10, 0, 50).at(1e12)).isEqualTo(50);
        assertThat(new LogScale(1, 10, 0, 50).at(1e-12)).isEqualTo(0);
    }

    @Test
    void equalRatiosTakeEqualRoomOnALogScale() {
        LogScale scale = LogScale.around(1e6, 8e6, 0, 300);
        double first = scale.at(2e6) - scale.at(1e6);
        double second = scale.at(8e6) - scale.at(4e6);
        assertThat(second).isCloseTo(first, within(1e-9));
    }

    @Test
    void aSingleValueStandsInTheMiddleOfALogScale() {
        assertThat(LogScale.around(5, 5, 0, 300).at(5)).isCloseTo(150, within(1e-9));
    }

    @Test
    void anAxisWithoutLengthIsRefused() {
        assertThatThrownBy(() -> new LinearScale(0, 0, 1)).hasMessageContaining("0.0 is not above 0");
        assertThatThrownBy(() -> new LinearScale(Double.NaN, 0, 1)).hasMessageContaining("NaN");
        assertThatThrownBy(() -> new LogScale(3, 3, 0, 1)).hasMessageContaining("not a range above 0");
    }
}
