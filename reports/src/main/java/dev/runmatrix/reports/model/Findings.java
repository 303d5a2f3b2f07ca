// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.words.Text;
import java.util.List;
import java.util.Optional;

/**
 * What was seen, why, and what to do now.
 *
 * @param lead what it comes to
 * @param cards each finding, in the order of telling
 */
public record Findings(Text lead, List<Card> cards) {

    /** As many are told in full by a page. */
    private static final int TOLD = 100;

    /** As many stand open where space is dear. */
    private static final int OPEN = 3;

    /** As many are told where space is dearer. */
    private static final int KEPT = 5;

    public Findings {
        cards = List.copyOf(cards);
    }

    /**
     * One finding.
     *
     * @param id its number in this report, {@code F1}
     * @param title the fact
     * @param tag how well its cause is established
     * @param cells names of the cells that it is about, the main one first; empty for the whole run
     * @param isRemark whether it is about the measurement and alleges nothing
     * @param facts what was seen, its cause, the remedy, the evidence, and what would refute it
     */
    public record Card(String id, String title, Tag tag, List<String> cells, boolean isRemark, List<KeyValue> facts) {

        public Card {
            cells = List.copyOf(cells);
            facts = List.copyOf(facts);
        }

        /** The main cell; empty text for the whole run. */
        public String cell() {
            return cells.isEmpty() ? "" : cells.get(0);
        }
    }

    /** Those that a page tells. */
    public List<Card> told() {
        return cards.subList(0, Math.min(TOLD, cards.size()));
    }

    /** Those behind them, of which a page has the titles: nobody reads so many. */
    public List<Card> named() {
        return cards.subList(told().size(), cards.size());
    }

    /** The first that is more than a remark. */
    public Optional<Card> first() {
        return cards.stream().filter(card -> !card.isRemark()).findFirst();
    }

    /** Those that stand open in Markdown. */
    public List<Card> open() {
        return cards.subList(0, Math.min(OPEN, cards.size()));
    }

    /**
     * Those behind them.
     *
     * @param all whether there is room for all of them
     */
    public List<Card> folded(boolean all) {
        int kept = all ? cards.size() : Math.min(KEPT, cards.size());
        return cards.subList(Math.min(OPEN, kept), kept);
    }

    /** How many are left out where there is not. */
    public int dropped() {
        return Math.max(0, cards.size() - KEPT);
    }
}
