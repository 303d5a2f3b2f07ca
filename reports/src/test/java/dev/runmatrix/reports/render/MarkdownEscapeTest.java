// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownEscapeTest {

    private static final Parser PARSER =
            Parser.builder().extensions(List.of(TablesExtension.create())).build();

    private static String shown(String markdown) {
        return TextContentRenderer.builder()
                .build()
                .render(PARSER.parse(markdown))
                .replace("\u2060", "");
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(List.of(TablesExtension.create()))
                .build()
                .render(PARSER.parse(markdown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a | b",
                "*bold* _it_ `code` ~~gone~~",
                "<img src=x onerror=alert(1)>",
                "[link](javascript:alert(1))",
                "[a]: /url",
                "![pic](x)",
                "# heading",
                "- item",
                "+ item",
                "1. item",
                "= =",
                "---",
                "a & b &amp; c",
                "back\\slash",
                "$x$ ${7*7}",
                "25.2",
                "[24.9\u201325.6]",
                "ends with `"
            })
    void anyTextShowsAsWritten(String text) {
        assertThat(shown(MarkdownEscape.text(text))).isEqualTo(text);
        assertThat(html(MarkdownEscape.text(text)))
                .doesNotContain("<img")
                .doesNotContain("<a ")
                .doesNotContain("<h1");
    }

    @Test
    void numbersAndIntervalsNeedNoEscape() {
        assertThat(MarkdownEscape.text("25.2 [24.9\u201325.6]")).isEqualTo("25.2 [24.9\u201325.6]");
    }

    @Test
    void namesNotifyNobodyAndNothingBecomesALink() {
        assertThat(MarkdownEscape.text("@everyone #12 https://evil.example www.evil.example"))
                .doesNotContain("@everyone")
                .doesNotContain("#12")
                .doesNotContain("://")
                .doesNotContain("www.");
    }

    @Test
    void lineBreaksBecomeSpaces() {
        assertThat(MarkdownEscape.text("a\nb\r\nc\u2028d")).isEqualTo("a b  c d");
        assertThat(MarkdownEscape.code("a\nb")).isEqualTo("`a b`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a`b", "``", "`", " x ", "a | b", "```\n```", "<b>", "\\"})
    void codeSpansHoldAnyText(String raw) {
        String line = raw.replace('\n', ' ');

        assertThat(html(MarkdownEscape.code(raw)))
                .isEqualTo("<p><code>" + line.replace("<", "&lt;").replace(">", "&gt;") + "</code></p>\n");
    }

    @Test
    void aBarInsideATableDoesNotEndTheCell() {
        String table = "| a | b |\n|---|---|\n| " + MarkdownEscape.cellCode("x | `y`") + " | 2 |\n";

        assertThat(html(table)).contains("<code>x | `y`</code>").contains("<td>2</td>");
    }

    @Test
    void aBlockIsFencedLongerThanWhatItHolds() {
        assertThat(MarkdownEscape.fenced("diff", List.of("- a", "+ ````"))).isEqualTo("`````diff\n- a\n+ ````\n`````");
    }

    @Test
    void nothingGivesNothing() {
        assertThat(MarkdownEscape.code("")).isEmpty();
        assertThat(MarkdownEscape.code(" \n ")).isEmpty();
    }
}
