// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    @ParameterizedTest
    @CsvSource({
        "mode,mode,0",
        "mdoe,mode,1",
        "mod,mode,1",
        "modes,mode,1",
        "made,mode,1",
        "Max-Workers,max_workers,0",
        "ca,abc,3",
        "'',abc,3"
    })
    void aDistanceCountsInsertionsDeletionsReplacementsAndSwaps(String one, String other, int distance) {
        assertThat(Suggestion.distance(one, other)).isEqualTo(distance);
        assertThat(Suggestion.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void onlyAWordThatIsNearIsSuggested() {
        List<String> known = List.of("title", "axes");

        assertThat(Suggestion.among("tilte", known, "known")).isEqualTo("; did you mean 'title'? known: title, axes");
        assertThat(Suggestion.among("budget", known, "known")).isEqualTo("; known: title, axes");
    }
}
