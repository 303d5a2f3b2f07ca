// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** SQL LIKE without an escape character: {@code %} is any run, {@code _} exactly one code point. */
final class LikePattern {
    private LikePattern() {}

    static boolean matches(String pattern, String text) {
        String regex = pattern.codePoints().mapToObj(LikePattern::asRegex).collect(Collectors.joining());
        return Pattern.compile(regex, Pattern.DOTALL).matcher(text).matches();
    }

    private static String asRegex(int codePoint) {
        return switch (codePoint) {
            case '%' -> ".*";
            case '_' -> ".";
            default -> Pattern.quote(Character.toString(codePoint));
        };
    }
}
