// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.List;
import java.util.stream.Collectors;

/** Label texts: valid JSON in every spelling, the operator's dialect, and all kinds of damage. */
final class DirtyLabelText {
    static final List<String> KEYS = List.of(
            "app",
            "App",
            "env",
            "team",
            "my_app",
            "vm_kubevirt_io_name",
            "é",
            "e\u0301",
            "\uFFFD",
            "\uD83D\uDE80",
            "\uE000",
            "a b",
            "q\"uote\\",
            "",
            "x/y");
    static final List<String> VALUES = List.of(
            "",
            "x",
            "king",
            "é",
            "e\u0301",
            "日本",
            "\uD83D\uDE80",
            "a|b:c",
            "q\"\\/\b\t\n\f\r\u0001\u001f\u007f\u0085\u2028",
            "null",
            "{}",
            " x ",
            "\uFFFD",
            "v".repeat(3_000));
    private static final List<String> NUMBERS =
            List.of("0", "-0", "1", "1.50", "-2e10", "1E+400", "0.1e-7", "123456789012345678901234567890", "1.0");
    private static final List<String> WORDS = List.of("true", "false", "null");
    private static final List<String> BLANKS = List.of("", " ", "\t\r\n", "null", " null ", "{}", "{ }", " {\n} ");
    private static final List<String> BAD = List.of(
            "[]",
            "[\"app\",\"x\"]",
            "[app:x]",
            "\"app:x\"",
            "\"app\"",
            "123",
            "true",
            "NULL",
            "nonsense",
            "a|b",
            "{",
            "}",
            "{\"app\":\"x\",}",
            "{\"app\":\"x\"} x",
            "{\"app\":\"x\"}{}",
            "{'app':'x'}",
            "{app:\"x\"}",
            "{\"app\":NaN}",
            "{\"app\":Infinity}",
            "{\"app\":-}",
            "{\"app\":01}",
            "{\"app\":+1}",
            "{\"app\":.5}",
            "{\"app\":1.}",
            "{\"app\":1e}",
            "{\"app\":0x1}",
            "{\"app\":\"a\tb\"}",
            "{\"app\":\"a\u0000b\"}",
            "{\"app\":\"\\x41\"}",
            "{\"app\":\"\\u00g1\"}",
            "{\"app\":\"\\u12\"}",
            "{\"app\":\"\\u００６１\"}",
            "{\"app\":\"\\'\"}",
            "{\"app\":tru}",
            "{\"app\":True}",
            "{\"app\":nulls}",
            "{\"app\":}",
            "{\"app\"}",
            "{\"app\" \"x\"}",
            "{:1}",
            "{,}",
            "{\"app\":[1,]}",
            "{\"app\":[1 2]}",
            "{\"app\":[}",
            "{\"app\":{\"a\":1,}}",
            "{\"app\":{\"a\"}}",
            "{\"app\":\"x\" // why\n}",
            "{\"app\":/* why */\"x\"}",
            "{\"app\":\u00a0\"x\"}",
            "{\u000b\"app\":\"x\"}",
            "{\"app\":\"x\"}\u0000",
            "{\"app\":\"x\"}\f",
            "\uFEFF{\"app\":\"x\"}",
            "\f{\"app\":\"x\"}",
            "{\"app\":\"x\"|\"env\":\"y\"}");

    private final Dice dice;

    DirtyLabelText(Dice dice) {
        this.dice = dice;
    }

    String text() {
        return dice.way(
                this::object,
                this::object,
                this::object,
                this::object,
                () -> dice.pick(BLANKS),
                () -> dice.pick(BAD),
                this::damaged,
                this::operatorText);
    }

    private String object() {
        return space() + "{" + space() + members(dice.between(0, 5)) + "}" + space();
    }

    private String members(int count) {
        return dice.times(count, index -> member(dice.pick(KEYS), value(2))).stream()
                .collect(Collectors.joining("," + space()));
    }

    private String member(String key, String value) {
        return string(key) + space() + ":" + space() + value + space();
    }

    private String value(int depth) {
        int kind = dice.between(0, depth > 0 ? 11 : 9);
        return switch (kind) {
            case 7 -> dice.pick(NUMBERS);
            case 8 -> dice.pick(WORDS);
            case 9 -> dice.pick("\"\\ud800\"", "\"\\udc00\\ud83d\"", "\"\\ud83d\\ude80\\ud83d\"", "\"\\uD83D\"");
            case 10 ->
                "["
                        + space()
                        + dice.times(dice.between(0, 3), index -> value(depth - 1)).stream()
                                .collect(Collectors.joining(space() + "," + space()))
                        + space()
                        + "]";
            case 11 -> dice.oneIn(8) ? "[".repeat(60) + "]".repeat(60) : nested(depth);
            default -> string(dice.pick(VALUES));
        };
    }

    private String nested(int depth) {
        return dice.some(KEYS, 15).stream()
                .map(key -> member(key, value(depth - 1)))
                .collect(Collectors.joining(",", "{" + space(), "}"));
    }

    private String string(String text) {
        boolean isEscapedOften = dice.oneIn(4);
        return text.codePoints()
                .mapToObj(each -> isEscapedOften && dice.oneIn(2) ? escaped(each) : plain(each))
                .collect(Collectors.joining("", "\"", "\""));
    }

    private String plain(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '/' -> dice.pick("/", "\\/");
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> codePoint < 0x20 ? escaped(codePoint) : Character.toString(codePoint);
        };
    }

    private String escaped(int codePoint) {
        String form = dice.pick("\\u%04x", "\\u%04X");
        return Character.toString(codePoint)
                .chars()
                .mapToObj(unit -> String.format(form, unit))
                .collect(Collectors.joining());
    }

    private String damaged() {
        StringBuilder text = new StringBuilder(object());
        int at = dice.between(0, text.length() - 1);
        switch (dice.between(0, 3)) {
            case 0 -> text.setLength(at);
            case 1 -> text.deleteCharAt(at);
            case 2 -> text.insert(at, dice.pick("\"", "{", "}", ",", ":", "\\", "|", "\n", "\u0001", "0"));
            default -> text.append(dice.pick(",", "}", "x", "null", "\u00a0"));
        }
        // An edit may split a surrogate pair, and half a pair cannot be written as UTF-8.
        return text.chars().anyMatch(unit -> Character.isSurrogate((char) unit))
                ? "{\"\uD83D\uDE80\""
                : text.toString();
    }

    private String operatorText() {
        return dice.times(dice.between(1, 5), index -> piece()).stream()
                .collect(Collectors.joining("|", space(), dice.pick("", "|", " ")));
    }

    private String piece() {
        return dice.pick(
                "label_app:x",
                "app:x",
                " app : x ",
                "label_label_app:deep",
                "lalabel_bel_app:once",
                "label_ app:gap",
                "label_my_label_app:both",
                "env:a:b",
                "env:",
                ":nokey",
                "nocolon",
                "",
                "\t",
                "label_vm_kubevirt_io_name:vm",
                "team:\"quoted\"",
                "é:ü",
                "app:{\"a\":1}",
                "App:X");
    }

    private String space() {
        return dice.oneIn(4) ? dice.pick(" ", "\t", "\n", "\r\n", "  ") : "";
    }
}
