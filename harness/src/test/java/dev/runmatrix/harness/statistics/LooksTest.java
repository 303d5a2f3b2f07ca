// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LooksTest {

    private static final Looks SIX_TO_TWENTY = new Looks(6, 20, 0.025);

    @Test
    void aLookIsTakenAtTheFirstSizeThenAtSixTenAndTwentyAndAtTheGreatest() {
        assertThat(new Looks(6, 20, 0.1).sizes()).containsExactly(6, 10, 20);
        assertThat(new Looks(6, 40, 0.1).sizes()).containsExactly(6, 10, 20, 40);
        assertThat(new Looks(4, 12, 0.1).sizes()).containsExactly(4, 6, 10, 12);
        assertThat(new Looks(10, 15, 0.1).sizes()).containsExactly(10, 15);
        assertThat(new Looks(25, 30, 0.1).sizes()).containsExactly(25, 30);
        assertThat(new Looks(6, 6, 0.1).sizes()).containsExactly(6);
        assertThat(new Looks(6, 6, 0.1).isFixed()).isTrue();
    }

    @Test
    void sixValuesHaveTheIntervalFromLeastToGreatest() {
        assertThat(Looks.halfWidth(100, 110, 101, 102, 103, 104).orElseThrow())
                .isCloseTo(Math.log(1.1) / 2, within(1e-12));
    }

    @Test
    void aNarrowIntervalIsPreciseAndItsEndCounts() {
        assertThat(SIX_TO_TWENTY.at(100, 101, 102, 103, 104, 105).decision()).isEqualTo(Look.Decision.PRECISE);
        double limit = 100 * Math.exp(2 * 0.025);
        assertThat(SIX_TO_TWENTY.at(100, 101, 102, 103, 104, limit * 0.9999).decision())
                .isEqualTo(Look.Decision.PRECISE);
        assertThat(SIX_TO_TWENTY.at(100, 101, 102, 103, 104, limit * 1.0001).decision())
                .isEqualTo(Look.Decision.GO_ON);
    }

    @Test
    void aWidthThatWouldTakeMoreThanTheGreatestSizeIsFutileAndTellsHowMany() {
        Look look = SIX_TO_TWENTY.at(100, 101, 102, 103, 104, 120);

        double half = Math.log(1.2) / 2;
        int needed = (int) Math.ceil(6 * (half / 0.025) * (half / 0.025));
        assertThat(look).isEqualTo(new Look(Look.Decision.FUTILE, OptionalInt.of(needed)));
        assertThat(needed).isEqualTo(80);
        assertThat(new Looks(6, 80, 0.025).at(100, 101, 102, 103, 104, 120).decision())
                .isEqualTo(Look.Decision.GO_ON);
    }

    @Test
    void fewerThanSixValuesTellNothing() {
        Look unknown = new Look(Look.Decision.GO_ON, OptionalInt.empty());

        assertThat(SIX_TO_TWENTY.at()).isEqualTo(unknown);
        assertThat(SIX_TO_TWENTY.at(100, 100, 100, 100, 100)).isEqualTo(unknown);
    }

    @Test
    void neitherTheUnitNorTheOrderOfTheValuesMatters() {
        Random random = new Random(5);
        for (int i = 0; i < 200; i++) {
            double[] values = random.doubles(6 + random.nextInt(10), 100, 140).toArray();
            double[] nanos = Arrays.stream(values).map(v -> v * 1e9).toArray();
            double[] sorted = values.clone();
            Arrays.sort(sorted);

            assertThat(SIX_TO_TWENTY.at(nanos).decision())
                    .isEqualTo(SIX_TO_TWENTY.at(values).decision())
                    .isEqualTo(SIX_TO_TWENTY.at(sorted).decision());
        }
    }

    @Test
    void impossibleLimitsAreRefused() {
        assertThatThrownBy(() -> new Looks(0, 6, 0.1)).hasMessageContaining("0 to 6");
        assertThatThrownBy(() -> new Looks(6, 5, 0.1)).hasMessageContaining("6 to 5");
        assertThatThrownBy(() -> new Looks(6, 6, 0)).hasMessageContaining("precision of 0");
    }
}
