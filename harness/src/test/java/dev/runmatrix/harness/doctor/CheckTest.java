// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class CheckTest {

    @Test
    void aProblemSaysHowItEndsARunAndNothingElseDoes() {
        assertThatThrownBy(() ->
                        new Check("a", Check.Level.PROBLEM, "b", Optional.empty(), Optional.of("do"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Check(
                        "a",
                        Check.Level.WARNING,
                        "b",
                        Optional.empty(),
                        Optional.of("do"),
                        Optional.of(Hindrance.LOCK)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsNotWellSaysWhatToDo() {
        assertThatThrownBy(() ->
                        new Check("a", Check.Level.WARNING, "b", Optional.empty(), Optional.empty(), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHindranceIsKnownByItsStatus() {
        assertThat(Hindrance.ofStatus(75)).contains(Hindrance.LOCK);
        assertThat(Hindrance.ofStatus(0)).isEmpty();
    }
}
