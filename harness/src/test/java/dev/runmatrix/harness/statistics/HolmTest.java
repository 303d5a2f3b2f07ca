// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class HolmTest {

    /** By hand: 4·0.005, 3·0.01, 2·0.03, and 1·0.04, which may not fall below the one before it. */
    @Test
    void theAdjustedValuesAreThoseOfTheDefinition() {
        assertThat(Holm.adjusted(0.01, 0.04, 0.03, 0.005))
                .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    }

    @Test
    void nothingExceedsOneAndAloneNothingChanges() {
        assertThat(Holm.adjusted(0.6, 0.7)).containsExactly(1, 1);
        assertThat(Holm.adjusted(0.03)).containsExactly(0.03);
        assertThat(Holm.adjusted()).isEmpty();
    }

    @Test
    void theOrderOfTheTestsDoesNotMatter() {
        Noise noise = new Noise(3);
        double[] p = {0.2, 0.011, 0.5, 0.012, 0.001, 0.9};
        for (int i = 0; i < 50; i++) {
            double[] shuffled = noise.shuffled(p);
            assertThat(sorted(Holm.adjusted(shuffled))).containsExactly(sorted(Holm.adjusted(p)));
        }
    }

    private static double[] sorted(double[] values) {
        return DoubleStream.of(values).sorted().toArray();
    }

    /** 1 / (2n choose n): 1/252 with 5 forks, 1/924 with 6, 1/3432 with 7. */
    @Test
    void fewForksCanNeverShowAnythingInALargeFamily() {
        assertThat(Holm.leastForks(12, 0.05)).isEqualTo(5);
        assertThat(Holm.leastForks(13, 0.05)).isEqualTo(6);
        assertThat(Holm.leastForks(46, 0.05)).isEqualTo(6);
        assertThat(Holm.leastForks(47, 0.05)).isEqualTo(7);
        assertThat(Holm.leastForks(171, 0.05)).isEqualTo(7);
        assertThat(Holm.leastForks(172, 0.05)).isEqualTo(8);
    }
}
