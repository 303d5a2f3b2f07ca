// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LimitTest {

    private static final double[] FORKS = {9.8, 10, 10.1, 10.2, 10.3, 10.5};

    private static Limit.Outcome atMost(double value) {
        return new Limit(value, Limit.Side.AT_MOST).judge(FORKS);
    }

    private static Limit.Outcome atLeast(double value) {
        return new Limit(value, Limit.Side.AT_LEAST).judge(FORKS);
    }

    /** The 95 % interval of the median of six values reaches from the least to the greatest. */
    @Test
    void theWholeIntervalMustKeepTheBound() {
        assertThat(atMost(10.5)).isEqualTo(Limit.Outcome.HELD);
        assertThat(atMost(10.4)).isEqualTo(Limit.Outcome.CANNOT_TELL);
        assertThat(atMost(9.8)).isEqualTo(Limit.Outcome.CANNOT_TELL);
        assertThat(atMost(9.7)).isEqualTo(Limit.Outcome.BROKEN);
    }

    @Test
    void aLowerBoundIsTheMirrorImage() {
        assertThat(atLeast(9.8)).isEqualTo(Limit.Outcome.HELD);
        assertThat(atLeast(9.9)).isEqualTo(Limit.Outcome.CANNOT_TELL);
        assertThat(atLeast(10.5)).isEqualTo(Limit.Outcome.CANNOT_TELL);
        assertThat(atLeast(10.6)).isEqualTo(Limit.Outcome.BROKEN);
    }

    @Test
    void fiveForksAreTooFew() {
        assertThat(new Limit(1, Limit.Side.AT_MOST).judge(2, 2, 2, 2, 2)).isEqualTo(Limit.Outcome.TOO_FEW_FORKS);
    }

    @Test
    void oneBadForkOfManyBreaksNoBound() {
        double[] ten = {1, 1, 1, 1, 1, 1, 1, 1, 1, 9};

        assertThat(new Limit(2, Limit.Side.AT_MOST).judge(ten)).isEqualTo(Limit.Outcome.HELD);
    }

    @Test
    void aBoundIsANumber() {
        assertThatThrownBy(() -> new Limit(Double.NaN, Limit.Side.AT_MOST)).hasMessageContaining("number");
    }

    @Test
    void moreConfidenceTakesMoreForks() {
        Limit limit = new Limit(11, Limit.Side.AT_MOST);

        assertThat(limit.judgeAt(0.95, FORKS)).isEqualTo(Limit.Outcome.HELD);
        assertThat(limit.judgeAt(0.99, FORKS)).isEqualTo(Limit.Outcome.TOO_FEW_FORKS);
        assertThat(limit.judgeAt(0.99, new double[] {9.8, 10, 10.1, 10.2, 10.3, 10.5, 10, 10}))
                .isEqualTo(Limit.Outcome.HELD);
    }
}
