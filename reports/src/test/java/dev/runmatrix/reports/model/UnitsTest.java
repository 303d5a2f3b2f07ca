// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class UnitsTest {

    @Test
    void secondsHaveThreeDigitsAndOneDecimalFromTen() {
        assertThat(Units.seconds(0.01234)).isEqualTo("0.0123");
        assertThat(Units.seconds(0.5)).isEqualTo("0.500");
        assertThat(Units.seconds(9.4)).isEqualTo("9.40");
        assertThat(Units.seconds(9.996)).isEqualTo("10.0");
        assertThat(Units.seconds(30.94)).isEqualTo("30.9");
        assertThat(Units.seconds(1234.56)).isEqualTo("1234.6");
        assertThat(Units.seconds(0)).isEqualTo("0");
    }

    @Test
    void halvesAreRoundedToEven() {
        assertThat(Units.fixed(0.125, 2)).isEqualTo("0.12");
        assertThat(Units.fixed(0.375, 2)).isEqualTo("0.38");
        assertThat(Units.fixed(-1.5, 0)).isEqualTo("\u22122");
    }

    @Test
    void ratiosBelowOneHaveAsManyDigitsAsTheirReciprocals() {
        assertThat(Units.ratio(0.3204)).isEqualTo("\u00d70.320");
        assertThat(Units.ratio(3.1234)).isEqualTo("\u00d73.12");
        assertThat(Units.ratio(1)).isEqualTo("\u00d71.00");
        assertThat(Units.speedUp(12.34)).isEqualTo("12.3");
        assertThat(Units.ratioInterval(new Interval(0.258, 0.2631, 0.95))).isEqualTo("0.258\u20130.263");
    }

    @Test
    void theDefaultLocaleDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(Units.count(7_432_560)).isEqualTo("7,432,560");
            assertThat(Units.fixed(1.5, 2)).isEqualTo("1.50");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void lengthsOfTimeAreReadable() {
        assertThat(Units.duration(Duration.ofSeconds(61))).isEqualTo("61\u00a0s");
        assertThat(Units.duration(Duration.ofMinutes(61))).isEqualTo("61\u00a0min");
        assertThat(Units.duration(Duration.ofHours(5))).isEqualTo("5.0\u00a0h");
        assertThat(Units.limit(Duration.ofMillis(1500))).isEqualTo("1.5\u00a0s");
    }

    @Test
    void memoryIsInOneUnitChosenByTheLargest() {
        assertThat(Memory.forLargest(4_920_000_000L).withUnit(740_000_000)).isEqualTo("0.74\u00a0GB");
        assertThat(Memory.forLargest(120_000_000L).withUnit(74_000_000)).isEqualTo("74\u00a0MB");
        assertThat(Memory.GB.limit(4_000_000_000L)).isEqualTo("4\u00a0GB");
        assertThat(Memory.GB.limit(4_294_967_296L)).isEqualTo("4.29\u00a0GB");
        assertThat(Memory.MB.limit(300_000L)).isEqualTo("0.3\u00a0MB");
        assertThat(Memory.MB.limit(1_500_000L)).isEqualTo("1.5\u00a0MB");
    }
}
