// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HarmlessTextTest {

    @Test
    void controlCharactersBecomePicturesOfThemselves() {
        assertThat(HarmlessText.of("\033[2J\u0007a\u0000\u007f")).isEqualTo("␛[2J␇a␀␡");
        assertThat(HarmlessText.of("\u009b31m\u202eabc")).isEqualTo("\ufffd31m\ufffdabc");
    }

    @Test
    void linesAndTabsStayAndReturnsEndALine() {
        assertThat(HarmlessText.of("a\tb\r\nc\n10 %\r20 %\r\r\n")).isEqualTo("a\tb\nc\n10 %\n20 %\n");
    }
}
