// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConservedTest {

    private final Conserved counter = new Conserved();

    @Test
    void whatWasThereBeforeDoesNotCount() {
        looks(100, 130, 150);

        assertThat(counter.grown()).contains(50L);
    }

    @Test
    void whatAnEndedProcessTookWithItIsKept() {
        looks(100, 180, 110, 120);

        assertThat(counter.grown()).contains(90L);
    }

    @Test
    void whatWasNeverReadIsNotZero() {
        counter.look(Optional.empty());

        assertThat(counter.grown()).isEmpty();
    }

    private void looks(long... sums) {
        for (long sum : sums) {
            counter.look(Optional.of(sum));
        }
    }
}
