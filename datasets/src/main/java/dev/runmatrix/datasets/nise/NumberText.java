// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.datasets.nise;

import java.util.OptionalDouble;

/** Reads decimal numbers, and nothing else that Java would take for one: no hexadecimals, suffixes or infinities. */
final class NumberText {

    private static final int LONGEST = 400;

    private NumberText() {}

    /** The nearest double, absent for a text that is no number or one too large. */
    static OptionalDouble read(String text) {
        if (text.length() > LONGEST || !looksLikeNumber(text)) {
            return OptionalDouble.empty();
        }
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private static boolean looksLikeNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && "+-.eE ".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
