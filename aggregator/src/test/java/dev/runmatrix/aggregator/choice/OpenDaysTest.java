// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.choice.OpenDays.Span;
import dev.runmatrix.aggregator.time.DayRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenDaysTest {

    @Test
    void aDayThatIsDoneIsNoLongerOpen() {
        List<Span> spans = List.of(span(3, 3, 100), span(1, 1, 30), span(2, 2, 40), span(1, 1, 50));
        assertThat(OpenDays.mostRows(spans)).isEqualTo(100);
        assertThat(OpenDays.count(spans)).isEqualTo(3);
    }

    @Test
    void whatOverlapsIsOpenTogether() {
        List<Span> spans = List.of(span(1, 2, 10), span(2, 3, 20), span(3, 4, 40), span(9, 9, 50));
        assertThat(OpenDays.mostRows(spans)).isEqualTo(60);
        assertThat(OpenDays.count(spans)).isEqualTo(5);
    }

    @Test
    void aRowGroupOfAllDaysStaysOpen() {
        List<Span> spans = List.of(span(1, 31, 1), span(1, 1, 10), span(31, 31, 20));
        assertThat(OpenDays.mostRows(spans)).isEqualTo(21);
        assertThat(OpenDays.count(spans)).isEqualTo(31);
    }

    @Test
    void noRowsAreOnNoDay() {
        assertThat(OpenDays.mostRows(List.of())).isZero();
        assertThat(OpenDays.count(List.of())).isZero();
    }

    @Test
    void absurdDaysAreCounted() {
        assertThat(OpenDays.count(List.of(span(-100_000_000_000L, 100_000_000_000L, 1), span(5, 6, 1))))
                .isEqualTo(200_000_000_001L);
    }

    private static Span span(long first, long last, long rows) {
        return new Span(new DayRange(first, last), rows);
    }
}
