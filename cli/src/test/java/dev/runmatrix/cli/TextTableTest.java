// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void onlyTheFlexibleColumnIsCutAndNumbersNever() {
        TextTable table = new TextTable(Column.flexible("title"), Column.right("rows"), Column.left("run"));
        table.row("x".repeat(100), "123,456,789,012", "20260101T000000Z-aaaaaaa");

        assertThat(table.lines())
                .containsExactly(
                        "title" + " ".repeat(45) + "rows  run",
                        "x".repeat(36) + "…  123,456,789,012  20260101T000000Z-aaaaaaa");
    }

    @Test
    void theWidestColumnGivesFirst() {
        TextTable table = new TextTable(Column.flexible(""), Column.flexible(""));
        table.row("short", "y".repeat(100));

        assertThat(table.lines()).containsExactly("short  " + "y".repeat(72) + "…");
    }

    @Test
    void numbersAreWholeEvenWhereThereIsNoRoom() {
        TextTable table = new TextTable(Column.flexible(""), Column.right(""));
        table.row("a long title", "9".repeat(90));

        assertThat(table.lines()).containsExactly("a long …  " + "9".repeat(90));
    }

    @Test
    void aWrappedColumnGoesOnInTheNextLine() {
        TextTable table = new TextTable(Column.left("check"), Column.wrapped("found"));
        table.row("heap", "word ".repeat(20).strip());

        assertThat(table.lines())
                .containsExactly(
                        "check  found",
                        "heap   word word word word word word word word word word word word word word",
                        "         word word word word word word");
    }

    @Test
    void signsOfTwoColumnsAndMarksOfNoneStandInTheirColumn() {
        TextTable table = new TextTable(Column.left(""), Column.right(""));
        table.row("東京", "1").row("e\u0301te", "22").row("plain", "3");

        assertThat(table.lines()).containsExactly("東京    1", "e\u0301te    22", "plain   3");
        assertThat(DisplayWidth.cut("東京東京", 6)).isEqualTo("東京…");
    }

    @Test
    void aBreakInAValueBeginsNoLine() {
        TextTable table = new TextTable(Column.left(""));
        table.row("a\nFAIL\u001b[31m").across("b\rc");

        assertThat(table.lines()).containsExactly("a FAIL\ufffd[31m", "b c");
    }

    @Test
    void aWordThatIsLongerThanALineIsBroken() {
        assertThat(TextTable.wrap("one " + "z".repeat(30), 10))
                .containsExactly("one", "  zzzzzzzz", "  zzzzzzzz", "  zzzzzzzz", "  zzzzzz");
        assertThat(TextTable.wrap("1.5\u00a0s and more", 9)).isEqualTo(List.of("1.5 s and", "  more"));
        assertThat(TextTable.wrap("wall 1.5\u00a0s", 8)).isEqualTo(List.of("wall", "  1.5 s"));
    }
}
