// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.harness.matrix.StatedGain;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

    @ParameterizedTest
    @CsvSource({"0,1 s", "1001,2 s", "89000,89 s", "90000,2 min", "360000,6 min", "5400000,1.5 h", "36000000,10 h"})
    void durationsAreRoundedToWhatAReaderNeeds(long millis, String text) {
        assertThat(Amounts.duration(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"100,1 kB", "600000,600 kB", "157000000,157 MB", "930000000,930 MB", "1234000000,1.2 GB"})
    void sizesAreInPowersOfTen(long bytes, String text) {
        assertThat(Amounts.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void aStatedGainNamesItsSource() {
        assertThat(Amounts.times(new StatedGain(3, 4, Optional.of("triage note"))))
                .isEqualTo("3–4 times as fast (triage note)");
        assertThat(Amounts.times(new StatedGain(2.5, 2.5, Optional.empty()))).isEqualTo("2.5 times as fast");
    }
}
