// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.choice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.choice.DaySpans.Span;
import dev.runmatrix.aggregator.time.DayRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaySpansTest {

    @Test
    void aDayThatIsDoneIsNoLongerHeld() {
        List<Span> spans = List.of(span(1, 1, 30), span(1, 1, 50), span(2, 2, 40), span(3, 3, 70));
        assertThat(DaySpans.mostRows(spans)).hasValue(80);
        assertThat(DaySpans.count(spans)).hasValue(3);
    }

    @Test
    void aDayIsHeldUntilItsLastRowGroup() {
        assertThat(DaySpans.mostRows(List.of(span(1, 1, 30), span(2, 2, 40), span(1, 1, 50), span(3, 3, 10))))
                .hasValue(80);
    }

    @Test
    void whatOverlapsIsHeldTogether() {
        List<Span> spans = List.of(span(1, 2, 10), span(2, 3, 20), span(3, 4, 40), span(9, 9, 50));
        assertThat(DaySpans.mostRows(spans)).hasValue(60);
        assertThat(DaySpans.count(spans)).hasValue(5);
    }

    @Test
    void aRowGroupOfAllDaysIsHeldToTheEnd() {
        assertThat(DaySpans.mostRows(List.of(span(1, 31, 1), span(1, 1, 10), span(31, 31, 20))))
                .hasValue(21);
    }

    @Test
    void noRowsAreOnNoDay() {
        assertThat(DaySpans.mostRows(List.of())).hasValue(0);
        assertThat(DaySpans.count(List.of())).hasValue(0);
    }

    @Test
    void absurdDaysAreNoDays() {
        List<Span> spans = List.of(span(-100_000_000_000L, 100_000_000_000L, 1), span(5, 6, 1));
        assertThat(DaySpans.count(spans)).isEmpty();
        assertThat(DaySpans.mostRows(spans)).isEmpty();
    }

    private static Span span(long first, long last, long rows) {
        return new Span(new DayRange(first, last), rows);
    }
}
