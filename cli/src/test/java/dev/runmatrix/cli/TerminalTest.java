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

    @Test
    void coloursAreForTerminalsUnlessTheyAreNotWanted() {
        assertThat(Terminal.hasColours(Map.of("TERM", "xterm"), () -> true)).isTrue();
        assertThat(Terminal.hasColours(Map.of("TERM", "xterm", "NO_COLOR", ""), () -> true))
                .isTrue();
        assertThat(Terminal.hasColours(Map.of("TERM", "xterm"), () -> false)).isFalse();
        assertThat(Terminal.hasColours(Map.of("TERM", "xterm", "NO_COLOR", "1"), () -> true))
                .isFalse();
        assertThat(Terminal.hasColours(Map.of("TERM", "dumb"), () -> true)).isFalse();
        assertThat(Terminal.hasColours(Map.of("TERM", "xterm", "CI", "true"), () -> true))
                .isFalse();
    }

    @Test
    void coloursCanBeForcedIntoAPipe() {
        assertThat(Terminal.hasColours(Map.of("FORCE_COLOR", "1"), () -> false)).isTrue();
        assertThat(Terminal.hasColours(Map.of("CLICOLOR_FORCE", "1"), () -> false))
                .isTrue();
        assertThat(Terminal.hasColours(Map.of("FORCE_COLOR", "0"), () -> false)).isFalse();
        assertThat(Terminal.hasColours(Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), () -> true))
                .isFalse();
    }
}
