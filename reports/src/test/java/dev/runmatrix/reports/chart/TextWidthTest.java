// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextWidthTest {
    @Test
    void narrowLettersTakeLessRoomThanBroadOnes() {
        assertThat(TextWidth.of("illi", 12)).isLessThan(TextWidth.of("abce", 12));
        assertThat(TextWidth.of("WMWM", 12)).isGreaterThan(TextWidth.of("ABCE", 12));
    }

    @Test
    void widthGrowsWithTheFontAndWithBoldness() {
        assertThat(TextWidth.of("C05", 24)).isEqualTo(2 * TextWidth.of("C05", 12));
        assertThat(TextWidth.ofBold("C05", 12)).isGreaterThan(TextWidth.of("C05", 12));
    }

    @Test
    void aClippedTextFitsAndSaysThatItIsClipped() {
        String clipped = TextWidth.clipped("a name that is too long", 12, 60);
        assertThat(clipped).endsWith("…").startsWith("a name");
        assertThat(TextWidth.of(clipped, 12)).isLessThanOrEqualTo(60);
        assertThat(TextWidth.clipped("short", 12, 60)).isEqualTo("short");
    }

    @Test
    void clippingNeverCutsACharacterInTwo() {
        String faces = "\ud83d\ude00".repeat(20);
        String clipped = TextWidth.clipped(faces, 12, 50);
        assertThat(clipped.codePoints().filter(point -> point >= 0xd800 && point < 0xe000))
                .isEmpty();
    }

    @Test
    void aLongTextBreaksOnceBetweenWords() {
        assertThat(TextWidth.wrapped("out of memory, 19\u00a0s", 10, 200)).containsExactly("out of memory, 19\u00a0s");
        assertThat(TextWidth.wrapped("out of memory, 19\u00a0s", 10, 85))
                .containsExactly("out of memory,", "19\u00a0s");
        assertThat(TextWidth.wrapped("", 10, 85)).isEmpty();
    }
}
