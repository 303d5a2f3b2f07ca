// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.words.Text;
import java.util.List;

/**
 * Why a run, or one cell of it, costs what it costs, by itself and not as a section of a report.
 *
 * @param title what it is about
 * @param numbers of the cell; empty for a whole run
 * @param findings all of the run, or those about the cell with their numbers in the report
 */
public record Explanation(String title, List<KeyValue> numbers, Findings findings) {

    public Explanation {
        numbers = List.copyOf(numbers);
    }

    /** Of a whole run. */
    public static Explanation of(RunAnalysis run) {
        return new Explanation(
                "Run " + run.run().id() + ": " + run.spec().title(),
                List.of(),
                new FindingsBuilder(Scope.of(run)).build());
    }

    /** Of one cell. */
    public static Explanation of(RunAnalysis run, CellAnalysis cell) {
        Scope scope = Scope.of(run);
        Findings all = new FindingsBuilder(scope).build();
        List<Findings.Card> cards = all.cards().stream()
                .filter(card -> card.cells().isEmpty() || card.cells().contains(cell.name()))
                .toList();
        return new Explanation(
                cell.name() + ": " + scope.label(cell),
                new CellAccount(scope, cell).lines(),
                new Findings(lead(cell, cards), cards));
    }

    private static Text lead(CellAnalysis cell, List<Findings.Card> cards) {
        boolean silent = cards.stream().allMatch(Findings.Card::isRemark);
        return silent ? Text.of("Nothing is alleged of " + cell.name() + ".") : Text.empty();
    }
}
