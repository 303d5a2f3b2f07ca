// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.labels;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.text.Utf8;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSetsTest {

    private final LabelSets sets = new LabelSets(List.of("app", "b", "\uFFFD", "\uD83D\uDE80"));

    @ParameterizedTest
    @ValueSource(strings = {"", " \t\r\n", "null", " null ", "{}", "{ }", "{\"other\":1}"})
    void nothingKeptIsTheEmptySet(String text) {
        assertThat(id(text)).isEqualTo(LabelSets.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"app\":\"x\"",
                "{\"app\":\"x\",}",
                "{\"app\":\"x\"} x",
                "{'app':'x'}",
                "{app:\"x\"}",
                "{\"app\":NaN}",
                "{\"app\":01}",
                "{\"app\":+1}",
                "{\"app\":1.}",
                "{\"app\":.5}",
                "{\"app\":1e}",
                "{\"app\":\"a\tb\"}",
                "{\"app\":\"\\x\"}",
                "{\"app\":\"\\u12G4\"}",
                "{\"app\":[1,]}",
                "{\"app\":[1 2]}",
                "{\"app\":{\"a\"}}",
                "{\"app\":[}",
                "{\"app\":\"x\"\"b\":1}",
                "{\"app\":nulls}",
                "{\"app\"}",
                "[\"app:x\"]",
                "\"app:x\"",
                "app",
                "17"
            })
    void whatIsNoLabelTextIsBad(String text) {
        assertThat(id(text)).isEqualTo(LabelSets.BAD);
    }

    @Test
    void nestedValuesBecomeTheirCompactText() {
        assertThat(canonical("{\"app\": { \"z\" : [ 1 , true , null , [ ] , { } ], \"a\":\"q\\u0022\" } }"))
                .isEqualTo("{\"app\":\"{\\\"z\\\":[1,true,null,[],{}],\\\"a\\\":\\\"q\\\\\\\"\\\"}\"}");
    }

    @Test
    void deepNestingEndsNothing() {
        String deep = "[".repeat(200_000) + "]".repeat(200_000);
        assertThat(canonical("{\"app\":" + deep + "}")).hasSize(deep.length() + "{\"app\":\"\"}".length());
        assertThat(id("{\"app\":" + "[".repeat(200_000))).isEqualTo(LabelSets.BAD);
    }

    @Test
    void scalarsKeepTheirLiteralText() {
        assertThat(canonical("{\"app\":1.50,\"b\":-0e+7}")).isEqualTo("{\"app\":\"1.50\",\"b\":\"-0e+7\"}");
        assertThat(canonical("{\"app\":true,\"b\":null}")).isEqualTo("{\"app\":\"true\",\"b\":null}");
    }

    @Test
    void theLastDuplicateWinsAfterUnescaping() {
        assertThat(canonical("{\"app\":\"1\",\"\\u0061pp\":\"2\"}")).isEqualTo("{\"app\":\"2\"}");
        assertThat(canonical("{\"app\":\"1\",\"app\":null}")).isEqualTo("{\"app\":null}");
    }

    @Test
    void everyControlHasOneSpelling() {
        assertThat(canonical("{\"app\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0001\\u001F\\u007f\\u2028\"}"))
                .isEqualTo("{\"app\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\u007f\u2028\"}");
    }

    @Test
    void loneSurrogatesAreReplacedAndPairsAreNot() {
        assertThat(canonical("{\"app\":\"\\ud83d\\ude80\\ud83d\\u0041\\ude80\"}"))
                .isEqualTo("{\"app\":\"\uD83D\uDE80\uFFFDA\uFFFD\"}");
    }

    @Test
    void keysAreOrderedByCodePoint() {
        assertThat(canonical("{\"\uD83D\uDE80\":\"1\",\"\uFFFD\":\"2\",\"b\":\"3\"}"))
                .isEqualTo("{\"b\":\"3\",\"\uFFFD\":\"2\",\"\uD83D\uDE80\":\"1\"}");
    }

    @Test
    void piecesOfOperatorTextAreMembers() {
        assertThat(canonical(" label_app:x:y | nothing |label_label_b: z |app: w|:"))
                .isEqualTo("{\"app\":\"w\",\"b\":\"z\"}");
    }

    @Test
    void theMachineNameIsAlwaysKept() {
        assertThat(canonical("vm_kubevirt_io_name:vm-1|App:x")).isEqualTo("{\"vm_kubevirt_io_name\":\"vm-1\"}");
    }

    @Test
    void mergingOverridesKeyByKeyAndByNullToo() {
        int merged = sets.merge(id("{\"app\":\"1\",\"b\":\"1\"}"), id("{\"app\":null,\"\uFFFD\":\"2\"}"));
        assertThat(Utf8.toText(sets.canonicalText(merged))).isEqualTo("{\"app\":null,\"b\":\"1\",\"\uFFFD\":\"2\"}");
        assertThat(sets.merge(LabelSets.EMPTY, LabelSets.BAD)).isEqualTo(LabelSets.EMPTY);
        assertThat(sets.merge(merged, LabelSets.BAD)).isEqualTo(merged);
    }

    @Test
    void equalMembersAreOneSetHoweverTheyAreSpelled() {
        assertThat(id("{ \"b\":\"\\u00e9\", \"app\":\"x\" }")).isEqualTo(id("app:x|b:\u00e9"));
        assertThat(id("{\"app\":\"e\\u0301\"}")).isNotEqualTo(id("{\"app\":\"\u00e9\"}"));
    }

    private int id(String text) {
        return sets.idOf(Utf8.toBytes(text));
    }

    private String canonical(String text) {
        return Utf8.toText(sets.canonicalText(id(text)));
    }
}
