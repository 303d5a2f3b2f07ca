// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.matrix;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

/** Finds what a mistyped word probably meant. */
final class Suggestion {

    private Suggestion() {}

    /**
     * {@code "; did you mean 'title'?"}, followed by the known words; without the question if none is near. Numbers are
     * not suggested for one another: being near means nothing there.
     */
    static String among(String word, Collection<String> known, String knownAs) {
        String question = known.stream()
                .filter(k -> !word.matches("\\d*"))
                .min(Comparator.comparingInt(k -> distance(word, k)))
                .filter(k -> distance(word, k) <= Math.max(1, Math.min(word.length(), k.length()) / 3))
                .map(k -> "; did you mean '" + k + "'?")
                .orElse(";");
        return question + " " + knownAs + ": " + String.join(", ", known);
    }

    /**
     * Optimal string alignment distance: least number of characters to insert, delete, replace or swap with their
     * neighbour, ignoring case, {@code _} and {@code -} being the same.
     */
    static int distance(String one, String other) {
        String a = canonical(one);
        String b = canonical(other);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : cheapest(a, b, i, j, d);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int cheapest(String a, String b, int i, int j, int[][] d) {
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, d[i - 2][j - 2] + 1) : least;
    }

    private static String canonical(String word) {
        String bounded = word.length() > 64 ? word.substring(0, 64) : word;
        return bounded.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
