// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloorCommandTest {

    /** Every size would seem to do: none would be the one that was tried. */
    @Test
    void aHeapThatTheEnvironmentGivesToEveryForkIsRefused() {
        assertThatThrownBy(() -> FloorCommand.requireOwnHeap(Optional.of("-Xmx256m")))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("_JAVA_OPTIONS is '-Xmx256m'")
                .hasMessageContaining("unset it");
    }

    @Test
    void otherOptionsOfTheEnvironmentDoNoHarm() {
        assertThatCode(() -> FloorCommand.requireOwnHeap(Optional.of("-Duser.language=en")))
                .doesNotThrowAnyException();
        assertThatCode(() -> FloorCommand.requireOwnHeap(Optional.empty())).doesNotThrowAnyException();
    }
}
