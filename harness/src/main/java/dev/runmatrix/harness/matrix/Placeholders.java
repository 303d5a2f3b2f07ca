// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The texts of commands: {@code {name}} stands for a value, two braces in a row for one. */
public final class Placeholders {

    /** Where a program is to leave its output. */
    public static final String OUT = "out";

    /** The folder of the cell's dataset. */
    public static final String INPUT = "input";

    /** The file with the parameters of the cell's dataset. */
    public static final String PARAMS = "params";

    /** Names that no axis can have. */
    static final List<String> RESERVED = List.of(OUT, INPUT, PARAMS);

    private static final Pattern TOKEN = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");

    private Placeholders() {}

    /** A text with its placeholders replaced, each by its value as it is. */
    public static String fill(String text, Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            token.appendReplacement(filled, Matcher.quoteReplacement(meaning(token, values)));
        }
        token.appendTail(filled);
        return filled.toString();
    }

    /** A text in which nothing is a placeholder, as it has to be written for that. */
    public static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }

    /** The names in a text, in its order. */
    public static List<String> names(String text) {
        return TOKEN.matcher(text)
                .results()
                .flatMap(token -> Optional.ofNullable(token.group(1)).stream())
                .toList();
    }

    /** Whether a text has a brace that neither belongs to a placeholder nor stands twice. */
    static boolean hasLooseBrace(String text) {
        return TOKEN.matcher(text).results().anyMatch(token -> token.group().length() == 1);
    }

    private static String meaning(MatchResult token, Map<String, String> values) {
        if (token.group(1) == null) {
            return token.group().substring(0, 1);
        }
        String value = values.get(token.group(1));
        if (value == null) {
            throw new IllegalArgumentException("no value for " + token.group());
        }
        return value;
    }
}
