// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.text;

/**
 * SQL's LIKE without an escape character: {@code %} is any run, {@code _} exactly one code point, everything else
 * itself; case-sensitive, the whole text.
 */
public final class LikePattern {

    private final int[] pattern;

    public LikePattern(String pattern) {
        this.pattern = pattern.codePoints().toArray();
    }

    public boolean matches(String text) {
        int[] points = text.codePoints().toArray();
        int at = 0;
        int wanted = 0;
        int lastRun = -1;
        int retryAt = 0;
        while (at < points.length) {
            if (wanted < pattern.length && pattern[wanted] == '%') {
                lastRun = wanted++;
                retryAt = at;
            } else if (wanted < pattern.length && (pattern[wanted] == '_' || pattern[wanted] == points[at])) {
                wanted++;
                at++;
            } else if (lastRun >= 0) {
                wanted = lastRun + 1;
                at = ++retryAt;
            } else {
                return false;
            }
        }
        while (wanted < pattern.length && pattern[wanted] == '%') {
            wanted++;
        }
        return wanted == pattern.length;
    }
}
