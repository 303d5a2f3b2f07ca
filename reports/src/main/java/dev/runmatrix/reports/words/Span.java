// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

/**
 * A stretch of a sentence.
 *
 * @param kind how it is set
 * @param text its characters, unescaped
 */
public record Span(Kind kind, String text) {

    /** How a stretch is set. */
    public enum Kind {
        PLAIN,
        STRONG,
        /** A value of the matrix, a path, a command: shown as it is, in a fixed-width font. */
        CODE
    }

    public boolean isStrong() {
        return kind == Kind.STRONG;
    }

    public boolean isCode() {
        return kind == Kind.CODE;
    }
}
