// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomnessTest {

    /** The first two are the published first outputs of SplitMix64 for the seeds 0 and 1234567. */
    @ParameterizedTest
    @CsvSource({"0, E220A8397B1DCDAF", "1234567, 599ED017FB08FC85", "-1, E4D971771B652C20", "20251001, BF25E8ABF2F1A612"
    })
    void mixingGivesThePublishedNumbers(long input, String expected) {
        assertThat(Randomness.mix(input)).isEqualTo(Long.parseUnsignedLong(expected, 16));
    }

    /** Computed with unbounded integers by another program. */
    @ParameterizedTest
    @CsvSource({
        "CPU_REQUEST, 0, 0, 6, 5",
        "CPU_REQUEST, 5, 0, 6, 0",
        "CPU_USAGE, 9989, 743, 56, 14",
        "POD_SECONDS, 17, 600, 3541, 1573",
        "ABSENT, 3, 7, 1000000, 536549",
        "BAD_JSON, 123456, 71, 1000000, 964872"
    })
    void choicesAreThoseOfTheDefinition(Choice choice, long a, long b, int bound, int expected) {
        assertThat(new Randomness(20251001).below(choice, a, b, bound)).isEqualTo(expected);
    }

    @Test
    void aNegativeSeedIsTakenAs64Bits() {
        assertThat(new Randomness(-7).below(Choice.CPU_USAGE, 1, 2, 56)).isEqualTo(29);
    }

    @Test
    void choicesHaveStreamsOfTheirOwn() {
        assertThat(Arrays.stream(Choice.values()).map(Choice::stream)).doesNotHaveDuplicates();
    }

    @Test
    void aShareHitsAboutAsManyPlacesAsItSays() {
        Randomness randomness = new Randomness(1);

        long hits = 0;
        for (int i = 0; i < 100_000; i++) {
            hits += randomness.hits(Choice.ABSENT, i, 0, 50_000) ? 1 : 0;
        }

        assertThat(hits).isBetween(4_700L, 5_300L);
        assertThat(randomness.hits(Choice.ABSENT, 1, 1, 0)).isFalse();
        assertThat(randomness.hits(Choice.ABSENT, 1, 1, 1_000_000)).isTrue();
    }
}
