// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class WaterfallChartTest {

    private static final Pattern BAR = Pattern.compile(
            "<rect x=\"([\\d.]+)\" y=\"[\\d.]+\" width=\"([\\d.]+)\" height=\"10\" class=\"c-bar (c-work|c-par)\"");
    private static final Pattern TICK = Pattern.compile("<line x1=\"([\\d.]+)\"[^>]*class=\"c-end\"");

    @Test
    void theBarsAddUpToTheTick() {
        String drawing = WaterfallChart.draw(new WaterfallChart.Input(
                        "l", "a", List.of(new WaterfallChart.Row("C1", "t", "C1", "", 2, 0.5, "e"))))
                .wide()
                .markup();
        Matcher bars = BAR.matcher(drawing);
        Matcher tick = TICK.matcher(drawing);

        assertThat(bars.find()).isTrue();
        double one = Double.parseDouble(bars.group(1));
        double work = one + Double.parseDouble(bars.group(2));
        assertThat(bars.find()).isTrue();
        double wall = Double.parseDouble(bars.group(1));
        assertThat(wall + Double.parseDouble(bars.group(2))).isCloseTo(work, within(0.2));
        assertThat(tick.find()).isTrue();
        assertThat(Double.parseDouble(tick.group(1))).isCloseTo(wall, within(0.1));
        // On a log axis twice is as far from 1 as half is.
        assertThat(work - one).isCloseTo(one - wall, within(0.3));
    }

    @Test
    void oneIsAmongTheTicksOfEveryAxis() {
        double[][] ranges = {{0.93, 1.08}, {0.3, 1.2}, {0.02, 3}, {1e-6, 1e5}, {1e-15, 1e15}, {0.999, 1.001}};
        for (double[] range : ranges) {
            List<BigDecimal> ticks = LogTicks.of(new LogScale(range[0], range[1], 0, 340), 12);

            assertThat(ticks).as("%s", range).anyMatch(tick -> tick.compareTo(BigDecimal.ONE) == 0);
            assertThat(ticks).hasSizeLessThanOrEqualTo(9);
        }
    }

    @Test
    void ticksAreFineWhereThereIsRoom() {
        assertThat(LogTicks.of(new LogScale(0.3, 1.2, 0, 700), 12))
                .extracting(LogTicks::text)
                .contains("×0.3", "×0.5", "×1")
                .doesNotContain("×0.1");
    }
}
