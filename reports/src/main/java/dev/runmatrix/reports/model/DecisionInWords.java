// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Which cells win what, in sentences that a terminal can show as well. */
public final class DecisionInWords {

    private static final int LEAST_RANKED = 2;

    private final Scope scope;
    private final Standings standings;

    private DecisionInWords(Scope scope) {
        this.scope = scope;
        this.standings = scope.run().standings();
    }

    /**
     * The fastest cell, the fastest and the cheapest within the budget, the smallest of those that are nearly as fast, and
     * the Pareto front; empty where fewer than two cells have a rank.
     */
    public static List<String> of(RunAnalysis run) {
        return run.standings().ranked().size() < LEAST_RANKED
                ? List.of()
                : new DecisionInWords(Scope.undiagnosed(run)).winners();
    }

    /** The smallest of the cells that are nearly as fast as the fastest, and the front. */
    static Optional<String> front(Scope scope) {
        if (scope.run().standings().ranked().size() < LEAST_RANKED) {
            return Optional.empty();
        }
        DecisionInWords words = new DecisionInWords(scope);
        String smallest = words.smallest();
        return Optional.of(smallest + (smallest.isEmpty() ? "" : " ") + words.front());
    }

    private List<String> winners() {
        List<String> sentences = new ArrayList<>();
        standings.fastest().map(c -> "Fastest: " + fast(c, standings.ranked())).ifPresent(sentences::add);
        String within = scope.conditions().strip();
        if (!within.isEmpty()) {
            sentences.add(Wording.capitalised(within) + ": "
                    + standings
                            .fastestFitting()
                            .map(c -> fast(c, standings.fitting()))
                            .orElseGet(this::nothing));
        }
        standings
                .cheapestFitting()
                .map(c -> "Cheapest in core\u2011seconds" + scope.conditions() + ": " + c.name() + ", "
                        + Units.coreSeconds(c.ranked().shown().cpuSeconds())
                        + ties(c, standings.fitting(), Standings::costTiedWith) + ".")
                .ifPresent(sentences::add);
        front(scope).ifPresent(sentences::add);
        return sentences;
    }

    private String fast(CellAnalysis cell, List<CellAnalysis> among) {
        return cell.name() + ", " + Units.secondsWithUnit(cell.ranked().shown().wallSeconds()) + " in "
                + scope.memory().withUnit(cell.rankedRssBytes()) + ties(cell, among, Standings::tiedWith) + ".";
    }

    private static String ties(
            CellAnalysis cell,
            List<CellAnalysis> among,
            BiFunction<CellAnalysis, List<CellAnalysis>, List<CellAnalysis>> tied) {
        List<String> names =
                tied.apply(cell, among).stream().map(CellAnalysis::name).toList();
        return names.isEmpty() ? "" : "; not told apart from it: " + Wording.names(names);
    }

    private String nothing() {
        return "no ranked cell"
                + standings
                        .smallest()
                        .map(c -> "; the smallest is " + c.name() + ", "
                                + scope.memory().withUnit(c.rankedRssBytes()))
                        .orElse("")
                + ".";
    }

    private String smallest() {
        Optional<CellAnalysis> fastest = standings.fastestFitting();
        Optional<CellAnalysis> smallest = standings.smallestNearFastest();
        if (fastest.isEmpty() || smallest.isEmpty() || standings.fitting().size() < LEAST_RANKED) {
            return "";
        }
        String near = "within 5" + Units.SPACE + "% of the wall time of "
                + fastest.get().name();
        if (smallest.get().name().equals(fastest.get().name())) {
            return "No other cell " + near + " needs less memory.";
        }
        return "Least memory " + near + ": " + smallest.get().name() + ", "
                + scope.memory().withUnit(smallest.get().rankedRssBytes()) + ", "
                + Units.secondsWithUnit(smallest.get().ranked().shown().wallSeconds()) + ".";
    }

    private String front() {
        List<String> names =
                standings.frontByWall().stream().map(CellAnalysis::name).toList();
        return "Pareto front of wall time and memory: " + Wording.names(names) + ".";
    }
}
