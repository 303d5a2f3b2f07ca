// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class TextChartTest {
    @Test
    void aBarGrowsByEighthsOfACharacter() {
        assertThat(TextBar.of(1, 1, 3)).isEqualTo("███");
        assertThat(TextBar.of(0.5, 1, 3)).isEqualTo("█▌");
        assertThat(TextBar.of(1, 24, 3)).isEqualTo("▏");
        assertThat(TextBar.of(9, 24, 3)).isEqualTo("█▏");
    }

    @Test
    void onlyZeroHasNoBarAndMoreThanFullIsFull() {
        assertThat(TextBar.of(0, 10, 8)).isEmpty();
        assertThat(TextBar.of(1e-9, 10, 8)).isEqualTo("▏");
        assertThat(TextBar.of(99, 10, 8)).isEqualTo("████████");
    }

    @Test
    void aSparklineRisesFromTheLowestToTheHighest() {
        assertThat(Sparkline.of(List.of(0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0), 7, 20))
                .isEqualTo("▁▂▃▄▅▆▇█");
        assertThat(Sparkline.of(List.of(99.0), 7, 20)).isEqualTo("█");
        assertThat(Sparkline.of(List.of(), 7, 20)).isEmpty();
    }

    @Test
    void moreValuesThanCharactersAreAveraged() {
        List<Double> values = DoubleStream.of(0, 0, 7, 7, 0, 7).boxed().toList();
        assertThat(Sparkline.of(values, 7, 3)).isEqualTo("▁█▅");
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThatThrownBy(() -> TextBar.of(Double.NaN, 1, 3)).hasMessageContaining("NaN cannot be drawn");
        assertThatThrownBy(() -> Sparkline.of(List.of(Double.NaN), 1, 3)).hasMessageContaining("NaN cannot be drawn");
        assertThatThrownBy(() -> TextBar.of(1, 0, 3)).hasMessageContaining("more than 0");
    }
}
