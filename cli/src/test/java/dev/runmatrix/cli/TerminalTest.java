// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void movingLinesAreForPeopleAtTerminalsThatCanMoveTheCursor() {
        assertThat(Terminal.allowsDrawing(Map.of("TERM", "xterm-256color"))).isTrue();
        assertThat(Terminal.allowsDrawing(Map.of("TERM", "xterm-256color", "CI", "true")))
                .isFalse();
        assertThat(Terminal.allowsDrawing(Map.of("TERM", "dumb"))).isFalse();
        assertThat(Terminal.allowsDrawing(Map.of())).isFalse();
    }
}
