// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
    private final Random random = new Random(1);

    @Test
    void stepsAreOneTwoOrFiveTimesAPowerOfTen() {
        for (int round = 0; round < 2000; round++) {
            Ticks ticks = Ticks.covering(anyReach(), 3 + random.nextInt(6));
            assertThat(ticks.step().stripTrailingZeros().unscaledValue().intValueExact())
                    .isIn(1, 2, 5);
        }
    }

    @Test
    void coveringTicksReachTheEndAndNotFurtherThanOneStep() {
        for (int round = 0; round < 2000; round++) {
            double reach = anyReach();
            Ticks ticks = Ticks.covering(reach, 6);
            double step = ticks.step().doubleValue();
            assertThat(ticks.last()).isBetween(reach * (1 - 1e-8), (reach + step) * (1 + 1e-8));
            assertThat(ticks.count()).isBetween(3, 8);
        }
    }

    @Test
    void ticksWithinStayInsideAndAreAtLeastTwo() {
        for (int round = 0; round < 2000; round++) {
            double reach = anyReach();
            Ticks ticks = Ticks.within(reach, 3 + random.nextInt(6));
            assertThat(ticks.last()).isLessThanOrEqualTo(reach * (1 + 1e-8));
            assertThat(ticks.count()).isBetween(2, 10);
        }
    }

    @Test
    void anAxisWithoutDataEndsAtOne() {
        assertThat(Ticks.covering(0, 5).last()).isEqualTo(1);
        assertThat(Ticks.within(0, 5).last()).isEqualTo(1);
    }

    @Test
    void textsAreExactAndShort() {
        assertThat(Ticks.covering(0.3, 3).values().stream().map(Ticks::text)).containsExactly("0", "0.1", "0.2", "0.3");
        assertThat(Ticks.covering(5, 5).values().stream().map(Ticks::text))
                .containsExactly("0", "1", "2", "3", "4", "5");
        assertThat(Ticks.text(BigDecimal.valueOf(2_000_000))).isEqualTo("2000000");
        assertThat(Ticks.text(new BigDecimal("50000000"))).isEqualTo("5e7");
    }

    @Test
    void aLimitIsATickItselfAndItsHalfWhereWhole() {
        assertThat(Ticks.ending(4)).extracting(Ticks::text).isEqualTo(List.of("0", "2", "4"));
        assertThat(Ticks.ending(2.5)).extracting(Ticks::text).isEqualTo(List.of("0", "2.5"));
        assertThat(Ticks.ending(1)).extracting(Ticks::text).isEqualTo(List.of("0", "1"));
    }

    private double anyReach() {
        return Math.pow(10, random.nextDouble() * 20 - 6);
    }
}
