// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Texts from outside that mean something to a terminal, a build server or a forge; and whether they still do. */
final class HostileTexts {

    private static final Path FILE = Path.of("../reports/src/test/resources/dev/runmatrix/reports/hostile-texts.json");

    /** All that a terminal obeys or cannot show, but for line breaks, and the joiner of Markdown. */
    private static final Pattern OBEYED = Pattern.compile(
            "[\\p{Cntrl}\\x80-\\x9f\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff&&[^\\n]]"
                    + "|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]");

    private static final Pattern COMMAND = Pattern.compile("(?m)^\\s*::|##\\[");

    private final List<String> texts;
    private int next;

    private HostileTexts(List<String> texts, int first) {
        this.texts = texts;
        this.next = first;
    }

    /** All of them, and one that is longer than any line. */
    static List<String> all() throws IOException {
        List<String> texts =
                new ArrayList<>(List.of(new ObjectMapper().readValue(Files.readAllBytes(FILE), String[].class)));
        texts.add("x".repeat(10_000));
        return texts;
    }

    /** One after the other, from one of them on. */
    static HostileTexts from(int first) throws IOException {
        return new HostileTexts(all(), first);
    }

    /** The same number of words without any meaning. */
    static HostileTexts plain() {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            words.add("word" + (char) ('a' + i % 26) + i);
        }
        return new HostileTexts(words, 0);
    }

    String text() {
        return texts.get(next++ % texts.size());
    }

    /** As a terminal gets them. */
    static String shown(List<String> lines) {
        StringWriter shown = new StringWriter();
        TerminalWriter out = new TerminalWriter(shown, Paint.NONE);
        lines.forEach(out::println);
        out.flush();
        return shown.toString();
    }

    /** What of a text a terminal or a build server would obey. */
    static List<String> obeyed(String shown) {
        List<String> obeyed = new ArrayList<>();
        OBEYED.matcher(shown)
                .results()
                .forEach(found -> obeyed.add(Integer.toHexString(found.group().charAt(0)) + " at " + found.start()));
        COMMAND.matcher(shown).results().forEach(found -> obeyed.add(found.group() + " at " + found.start()));
        return obeyed;
    }

    /** Lines that are wider than a terminal; what a build server would obey has a longer spelling. */
    static List<String> wide(String shown) {
        return shown.lines()
                .filter(line ->
                        DisplayWidth.of(line.replace("\\u003a:", "::").replace("#\\u0023", "##")) > TextTable.WIDTH)
                .toList();
    }
}
