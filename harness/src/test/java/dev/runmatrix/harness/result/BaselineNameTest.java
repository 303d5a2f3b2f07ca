// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"main", "release-1.4", "9", "A_b.c-d"})
    void lettersDigitsDotsDashesAndUnderlinesMakeAName(String text) {
        assertThat(BaselineName.of(text)).contains(new BaselineName(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ".", "..", "../up", "a/b", "a\\b", ".hidden", "-f", "a b", "a\nb", "ä", "latest", "nul\0"})
    void whatLeadsElsewhereOrReadsAsSomethingElseIsNoName(String text) {
        assertThat(BaselineName.of(text)).isEmpty();
        assertThatThrownBy(() -> new BaselineName(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameHasAtMost64Characters() {
        assertThat(BaselineName.of("x".repeat(64))).isPresent();
        assertThat(BaselineName.of("x".repeat(65))).isEmpty();
    }
}
