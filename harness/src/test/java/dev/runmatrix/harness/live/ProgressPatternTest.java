// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runmatrix.harness.result.live.ProgressPoint;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            processed 1,234,567 rows      | 1234567
            processed 1_234_567 rows      | 1234567
            processed 1 234 567 rows      | 1234567
            00042 rows so far             | 42
            first 10 rows, then 20 rows   | 20
            """)
    void numbersMayHaveSeparators(String line, long done) throws Exception {
        assertThat(find(ProgressPattern.USUAL, line)).map(ProgressPoint::done).contains(done);
    }

    @Test
    void aTotalIsReadWhereTheLineHasOne() throws Exception {
        assertThat(find(ProgressPattern.USUAL, "done: 1,000 of 7,432,560 rows"))
                .contains(new ProgressPoint(5, 1000, Optional.of(7_432_560L)));
        assertThat(find("chunk (?<done>\\d+)/(?<total>\\d+)", "chunk 3/14"))
                .contains(new ProgressPoint(5, 3, Optional.of(14L)));
    }

    @Test
    void aLineWithoutANumberHasNone() throws Exception {
        assertThat(find(ProgressPattern.USUAL, "starting")).isEmpty();
        assertThat(find("done=(\\w+)", "done=all")).isEmpty();
        assertThat(find("(\\d+)", "99999999999999999999999999")).isEmpty();
    }

    @Test
    void aPatternThatWouldTakeForEverIsEnded() {
        assertThatThrownBy(() -> find("a*a*a*a*a*a*(\\d)", "a".repeat(3000)))
                .isInstanceOf(ProgressPattern.TooSlow.class);
        assertThatThrownBy(() -> find("(?:(a|b|ab)*)*(\\d)c", "ab".repeat(200_000)))
                .isInstanceOf(ProgressPattern.TooSlow.class);
    }

    @Test
    void whatIsNoPatternIsToldWithTheWayOut() {
        assertThatThrownBy(() -> ProgressPattern.of("(")).hasMessageContaining("no regular expression");
        assertThatThrownBy(() -> ProgressPattern.of("rows"))
                .hasMessageContaining("no group")
                .hasMessageContaining("parentheses");
    }

    private static Optional<ProgressPoint> find(String regex, String line) throws Exception {
        return ProgressPattern.of(regex).find(line, 5);
    }
}
