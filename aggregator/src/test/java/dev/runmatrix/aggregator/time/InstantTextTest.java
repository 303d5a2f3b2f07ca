// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTextTest {

    private final Instants instants = new Instants(Long.MIN_VALUE, Long.MAX_VALUE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-11-01 02:00:00 +0000 UTC",
                "2025-11-01 02:00:00",
                "2025-11-01T02:00:00Z",
                "2025-11-01 02:00",
                "2025-11-01 02:00:00.000",
                "2025-11-01 02:00:00 UTC",
                "2025-11-01T03:00:00+01:00",
                "2025-10-31 23:30:00-0230",
                " 2025-11-01 02:00:00.0000000001 \t",
                "2025-11-01T07:30+0530 UTC"
            })
    void allSpellingsOfAnInstantAreOne(String text) {
        int id = InstantText.read(text, instants);
        assertThat(instants.days()[id])
                .isEqualTo((int) LocalDate.of(2025, 11, 1).toEpochDay());
        assertThat(instants.nanosOfDay()[id]).isEqualTo(2 * 3_600_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "01/11/2025",
                "2025-02-30",
                "2025-1-1",
                "2025-11-01 24:00",
                "2025-11-01 10:60",
                "2025-11-01 10:00:60",
                "2025-11-01 1:00",
                "2025-11-01 10:00:00.",
                "2025-11-01 10:00 CET",
                "2025-11-01 10:00 +1",
                "2025-11-01x",
                "2025-11-01 10:00:00 +0000 UTC again",
                "20251101"
            })
    void anythingElseIsBad(String text) {
        assertThat(InstantText.read(text, instants)).isEqualTo(Instants.BAD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31 23:59:59.5", "1969-12-31T23:59:59.500Z", "1970-01-01T00:59:59.5+01:00"})
    void daysBefore1970AreCountedDown(String text) {
        int id = InstantText.read(text, instants);
        assertThat(instants.days()[id]).isEqualTo(-1);
        assertThat(instants.nanosOfDay()[id]).isEqualTo(86_399_500_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-11-30T23:30:00-01:00", "2025-10-31"})
    void theRangeIsOfDaysInUtc(String text) {
        Instants november = new Instants(
                LocalDate.of(2025, 11, 1).toEpochDay(),
                LocalDate.of(2025, 11, 30).toEpochDay());
        assertThat(InstantText.read(text, november)).isEqualTo(Instants.OUT_OF_RANGE);
    }
}
