// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExpectedChangeTest {

    @Test
    void theFactorsAreThoseOfTheFormula() {
        assertThat(factor(5)).isCloseTo(2.3, within(0.05));
        assertThat(factor(6)).isCloseTo(1.9, within(0.05));
        assertThat(factor(10)).isCloseTo(1.4, within(0.05));
        assertThat(factor(20)).isCloseTo(0.93, within(0.01));
    }

    @Test
    void itSaysWhatItRestsOn() {
        Check measured = ExpectedChange.measured(10, 0.02, 84).check();
        Check assumed = ExpectedChange.assumed(6).check();

        assertThat(measured.level()).isEqualTo(Check.Level.OK);
        assertThat(measured.found()).isEqualTo("changes of 2.8 % or more");
        assertThat(measured.advice().orElseThrow()).contains("84 earlier forks", "is 2 %");
        assertThat(assumed.advice().orElseThrow()).contains("5 % is assumed");
    }

    @Test
    void aNoisyMachineAndTooFewForksAreWarnedOf() {
        assertThat(ExpectedChange.measured(6, 0.12, 60).check().level()).isEqualTo(Check.Level.WARNING);
        assertThat(ExpectedChange.assumed(2).check().found()).isEqualTo("2 forks a cell");
        assertThat(ExpectedChange.assumed(5).check().advice().orElseThrow()).contains("too few for FASTER or SLOWER");
        assertThat(ExpectedChange.assumed(1).check().level()).isEqualTo(Check.Level.WARNING);
    }

    private static double factor(int forks) {
        return Math.log1p(ExpectedChange.assumed(forks).share()) / ExpectedChange.ASSUMED_SPREAD;
    }
}
