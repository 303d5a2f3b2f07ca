// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SvgTest {
    @Test
    void numbersHaveOneDecimalAtMost() {
        assertThat(Svg.number(12)).isEqualTo("12");
        assertThat(Svg.number(12.34)).isEqualTo("12.3");
        assertThat(Svg.number(100)).isEqualTo("100");
        assertThat(Svg.number(-0.04)).isEqualTo("0");
        assertThat(Svg.number(1e7)).isEqualTo("10000000");
    }

    @Test
    void whatIsNoNumberIsNeverPrinted() {
        assertThatThrownBy(() -> Svg.number(Double.NaN)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Svg.number(Double.POSITIVE_INFINITY)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void markupInTextsIsEscaped() {
        assertThat(Svg.escaped("<b a=\"1\" b='2'>&")).isEqualTo("&lt;b a=&quot;1&quot; b=&#39;2&#39;&gt;&amp;");
    }

    @Test
    void charactersThatXmlForbidsOrThatTurnTextAreReplaced() {
        assertThat(Svg.escaped("a\u0000b\u001bc\ud800d\uffffe\u202ef"))
                .isEqualTo("a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf");
        assertThat(Svg.escaped("a\tb\nc")).isEqualTo("a b c");
        assertThat(Svg.escaped("\u4e2d \ud83d\ude00")).isEqualTo("\u4e2d \ud83d\ude00");
    }
}
