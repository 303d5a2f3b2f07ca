// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.result;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The path of the user's home, which most often holds a name, written as {@code ~} in what may be shown to others. */
public final class HomePath {

    /** What stands for the path. */
    public static final String SIGN = "~";

    private HomePath() {}

    /** A text without the path of this user's home. */
    public static String hidden(String text) {
        return hidden(text, System.getProperty("user.home", ""));
    }

    /** A text in which the path stands again where it was hidden. */
    public static String restored(String text) {
        return restored(text, System.getProperty("user.home", ""));
    }

    static String restored(String text, String home) {
        // In the middle of a word it never stood for the path.
        return text.contains(SIGN)
                ? Pattern.compile("(?<!\\w)" + SIGN + "(?=/|$)")
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(home))
                : text;
    }

    static String hidden(String text, String home) {
        // Programs without a home have / for one, which is in every path and nobody's secret.
        return home.length() > 1 && text.contains(home)
                ? Pattern.compile(Pattern.quote(home) + "(?![\\w.-])")
                        .matcher(text)
                        .replaceAll(Matcher.quoteReplacement(SIGN))
                : text;
    }
}
