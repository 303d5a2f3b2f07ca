// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.Standings;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The winners: three, or one where a single cell has a rank. */
final class TileBuilder {

    private static final int MOST_TIES = 2;

    private final Scope scope;
    private final Standings standings;
    private final Optional<CellAnalysis> recommended;

    TileBuilder(Scope scope, Optional<CellAnalysis> recommended) {
        this.scope = scope;
        this.standings = scope.run().standings();
        this.recommended = recommended;
    }

    List<Tile> build() {
        if (standings.ranked().isEmpty()) {
            return List.of();
        }
        List<Tile> tiles = new ArrayList<>();
        if (isFastestFitting()) {
            standings.fastest().ifPresent(c -> tiles.add(fastest(answered(), c, standings.ranked())));
            if (standings.ranked().size() == 1) {
                return tiles;
            }
            standings.smallest().ifPresent(c -> tiles.add(smallest(c)));
        } else {
            standings.fastest().ifPresent(c -> tiles.add(fastest("Fastest", c, standings.ranked())));
            tiles.add(standings
                    .fastestFitting()
                    .map(c -> fastest(answered(), c, standings.fitting()))
                    .orElseGet(() -> nothing(answered())));
        }
        String cheapest = "Cheapest in core\u2011seconds" + scope.conditions();
        tiles.add(standings.cheapestFitting().map(c -> cheapest(cheapest, c)).orElseGet(() -> nothing(cheapest)));
        return tiles;
    }

    private Tile fastest(String question, CellAnalysis cell, List<CellAnalysis> among) {
        Costs costs = scope.costs(cell);
        Text note = memory(costs)
                .plain("; " + costs.cpu() + Units.SPACE + "core\u2011s"
                        + (cell.isUnchecked() ? "; output not checked" : "") + instead(question, cell));
        return tile(question, Units.SPACE + "s", costs.wall(), costs.brackets(), cell, note, tie(cell, among));
    }

    /** The recommendation, where it is not the fastest cell but one that this run does not tell apart from it. */
    private String instead(String question, CellAnalysis cell) {
        return recommended
                .map(CellAnalysis::name)
                .filter(r -> question.equals(answered()) && !r.equals(cell.name()))
                .map(r -> "; recommended: " + r)
                .orElse("");
    }

    private Tile smallest(CellAnalysis cell) {
        Costs costs = scope.costs(cell);
        Text note = Text.of(costs.wall() + Units.SPACE + "s; " + costs.cpu() + Units.SPACE + "core\u2011s");
        String unit = Units.SPACE + scope.memory().name();
        return tile("Smallest peak memory", unit, costs.rss(), n(cell), cell, note, "");
    }

    private Tile cheapest(String question, CellAnalysis cell) {
        Costs costs = scope.costs(cell);
        Text note = Text.of(costs.wall() + Units.SPACE + "s, ").plus(memory(costs));
        Optional<CellAnalysis> overall =
                standings.cheapest().filter(c -> !c.name().equals(cell.name()));
        if (overall.isPresent()) {
            note = note.plain(". Without the budget: " + overall.get().name() + ", "
                    + Units.coreSeconds(overall.get().ranked().shown().cpuSeconds()));
        }
        return tile(question, Units.SPACE + "core\u2011s", costs.cpu(), n(cell), cell, note, costTie(cell));
    }

    private String costTie(CellAnalysis cell) {
        List<String> tied = Standings.costTiedWith(cell, standings.fitting()).stream()
                .map(c -> c.name() + " (" + Units.coreSeconds(c.ranked().shown().cpuSeconds()) + ")")
                .toList();
        return told("core\u2011seconds", tied);
    }

    private Tile tile(
            String question, String unit, String value, String aside, CellAnalysis cell, Text note, String tie) {
        boolean chosen =
                recommended.filter(r -> r.name().equals(cell.name())).isPresent() && question.equals(answered());
        return new Tile(
                question,
                value + unit,
                aside,
                cell.name(),
                scope.label(cell),
                scope.costs(cell),
                chosen ? note.plain("; recommended") : note,
                tie,
                chosen);
    }

    /** The question that the recommendation answers. */
    private String answered() {
        String conditions = scope.conditions();
        if (isFastestFitting()) {
            String question = standings.ranked().size() == 1 ? "The one cell with a rank" : "Fastest";
            return question + (conditions.isEmpty() ? "" : ", and" + conditions);
        }
        return "Fastest" + conditions;
    }

    /** Whether the fastest cell of all keeps the budget, so that one tile answers both questions. */
    private boolean isFastestFitting() {
        return standings
                .fastest()
                .map(CellAnalysis::name)
                .equals(standings.fastestFitting().map(CellAnalysis::name));
    }

    private Tile nothing(String question) {
        Text smallest = standings
                .smallest()
                .map(c ->
                        Text.of("Smallest: " + c.name() + ", " + scope.memory().withUnit(c.rankedRssBytes())))
                .orElse(Text.empty());
        Costs none = new Costs(Units.DASH, "", Units.DASH, Units.DASH, "", Units.DASH, "");
        return new Tile(question, "None", "", "", "no ranked cell fits", none, smallest, "", false);
    }

    private Text memory(Costs costs) {
        Text text = Text.of(costs.rss() + Units.SPACE + scope.memory().name());
        return costs.isOver() ? text.plain(", ").strong(costs.over() + " over the budget") : text;
    }

    private static String n(CellAnalysis cell) {
        return "n = " + cell.ranked().n();
    }

    private String tie(CellAnalysis cell, List<CellAnalysis> among) {
        return told(
                "wall time",
                Standings.tiedWith(cell, among).stream()
                        .map(c -> described(cell, c))
                        .toList());
    }

    private static String told(String what, List<String> tied) {
        if (tied.isEmpty()) {
            return "";
        }
        String more = tied.size() > MOST_TIES ? "; " + (tied.size() - MOST_TIES) + " more" : "";
        return "Not told apart (forks overlap, or within 5" + Units.SPACE + "% of its " + what + "): "
                + String.join("; ", tied.subList(0, Math.min(MOST_TIES, tied.size()))) + more;
    }

    private String described(CellAnalysis cell, CellAnalysis other) {
        double ratio =
                other.ranked().shown().wallSeconds() / cell.ranked().shown().wallSeconds();
        long more = other.rankedRssBytes() - cell.rankedRssBytes();
        String size = scope.memory().withUnit(Math.abs(more));
        boolean same =
                scope.memory().number(Math.abs(more)).equals(scope.memory().number(0));
        String memory = same ? ", equal memory" : ", " + size + (more < 0 ? " less" : " more");
        return other.name() + " (" + Units.ratio(ratio) + memory + ")";
    }
}
