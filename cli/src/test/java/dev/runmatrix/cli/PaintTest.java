// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class PaintTest {

    private final StringWriter shown = new StringWriter();

    @Test
    void aTerminalObeysTheColoursAndNothingElse() {
        Paint paint = Paint.inColours();
        PrintWriter out = new TerminalWriter(shown, paint);

        out.println(paint.styled(Style.HEADING, "h\u001b[2Jd") + " " + paint.state("SLOWER") + " \u001b[31m\u009b2J");

        assertThat(shown.toString())
                .isEqualTo("\u001b[1mh\\u001b[2Jd\u001b[0m \u001b[31mSLOWER\u001b[0m \\u001b[31m\\u009b2J\n");
    }

    @Test
    void theMarksOfAnotherTerminalAreShownLikeAnyText() {
        PrintWriter out = new TerminalWriter(shown, Paint.inColours());

        out.print(Paint.inColours().state("FAIL") + "\uffff:BAD;");

        assertThat(shown.toString()).contains("FAIL", "\\uffff:BAD;").doesNotContain("\u001b", "\uffff");
    }

    @Test
    void withoutColoursTextIsAsItWas() {
        assertThat(Paint.NONE.state("FAIL")).isEqualTo("FAIL");
        assertThat(Paint.NONE.sentence("FAIL: x")).isEqualTo("FAIL: x");
        assertThat(Paint.of(new PrintWriter(shown))).isSameAs(Paint.NONE);
    }

    @Test
    void statesHaveTheColourOfWhatTheyMean() {
        assertThat(Style.of("clearly SLOWER")).contains(Style.BAD);
        assertThat(Style.of("WRONG")).contains(Style.BAD);
        assertThat(Style.of("same")).contains(Style.GOOD);
        assertThat(Style.of("PASS")).contains(Style.GOOD);
        assertThat(Style.of("SUSPECT")).contains(Style.DOUBT);
        assertThat(Style.of("CANNOT TELL")).contains(Style.DOUBT);
        assertThat(Style.of("noise")).contains(Style.NOTE);
        assertThat(Style.of("streaming")).isEmpty();
    }

    @Test
    void theStateThatASentenceBeginsWithIsColoured() {
        Paint paint = Paint.inColours();
        PrintWriter out = new TerminalWriter(shown, paint);

        out.println(paint.sentence("  CANNOT TELL  x: FAIL"));
        out.println(paint.sentence("FAILURES: none"));

        assertThat(shown.toString()).isEqualTo("  \u001b[33mCANNOT TELL\u001b[0m  x: FAIL\nFAILURES: none\n");
    }
}
