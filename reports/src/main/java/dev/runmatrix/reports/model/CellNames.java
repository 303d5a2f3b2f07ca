// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the cells of a report where its sentences mention them.
 *
 * @param names of all cells that have a row
 */
public record CellNames(Set<String> names) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_-]+");

    public CellNames {
        names = Set.copyOf(names);
    }

    /**
     * A part of a sentence.
     *
     * @param text its characters
     * @param isCell whether it is the name of a cell
     */
    public record Piece(String text, boolean isCell) {}

    /** The sentence in pieces, which together are all of it. */
    public List<Piece> pieces(String sentence) {
        List<Piece> pieces = new ArrayList<>();
        int told = 0;
        Matcher word = WORD.matcher(sentence);
        while (word.find()) {
            if (names.contains(word.group())) {
                add(sentence.substring(told, word.start()), pieces);
                pieces.add(new Piece(word.group(), true));
                told = word.end();
            }
        }
        add(sentence.substring(told), pieces);
        return pieces;
    }

    private static void add(String words, List<Piece> pieces) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(words, false));
        }
    }
}
