// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.Budget;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Who wins among the cells of one input that have a rank.
 *
 * @param ranked those cells by rising wall time
 * @param fitting those of them that may be recommended, in the same order: they keep the budget, and their output was
 *     checked unless that of none was
 * @param checkedOnly whether some were left out there because their output was not checked
 * @param front names of the cells that no other one beats in both wall time and memory
 */
public record Standings(List<CellAnalysis> ranked, List<CellAnalysis> fitting, boolean checkedOnly, Set<String> front) {

    public Standings {
        ranked = List.copyOf(ranked);
        fitting = List.copyOf(fitting);
        front = Set.copyOf(front);
    }

    static Standings of(List<CellAnalysis> cells, Budget budget) {
        List<CellAnalysis> ranked = cells.stream()
                .filter(CellAnalysis::isRanked)
                .sorted(Comparator.comparingDouble(Standings::wall).thenComparing(CellAnalysis::name))
                .toList();
        boolean checkedOnly = ranked.stream().anyMatch(CellAnalysis::isUnchecked)
                && !ranked.stream().allMatch(CellAnalysis::isUnchecked);
        List<CellAnalysis> fitting = ranked.stream()
                .filter(c -> fits(c, budget))
                .filter(c -> !checkedOnly || !c.isUnchecked())
                .toList();
        return new Standings(ranked, fitting, checkedOnly, front(ranked));
    }

    /** One sweep by rising wall time: a cell is on the front if it is smaller than all that are faster. */
    private static Set<String> front(List<CellAnalysis> byWall) {
        Set<String> front = new HashSet<>();
        long smallestBefore = Long.MAX_VALUE;
        int from = 0;
        while (from < byWall.size()) {
            double wall = wall(byWall.get(from));
            int to = from;
            long smallest = Long.MAX_VALUE;
            while (to < byWall.size() && wall(byWall.get(to)) == wall) {
                smallest = Math.min(smallest, byWall.get(to).rankedRssBytes());
                to++;
            }
            if (smallest < smallestBefore) {
                long least = smallest;
                byWall.subList(from, to).stream()
                        .filter(c -> c.rankedRssBytes() == least)
                        .forEach(c -> front.add(c.name()));
                smallestBefore = smallest;
            }
            from = to;
        }
        return front;
    }

    /** Whether a cell with a rank keeps the budget. */
    public static boolean fits(CellAnalysis cell, Budget budget) {
        boolean memory =
                budget.rssBytes().filter(limit -> cell.rankedRssBytes() > limit).isEmpty();
        boolean time = budget.wall()
                .filter(limit -> wall(cell) > limit.toNanos() / 1e9)
                .isEmpty();
        return memory && time;
    }

    /** The least wall time of all. */
    public Optional<CellAnalysis> fastest() {
        return ranked.stream().findFirst();
    }

    /** The least wall time within the budget. */
    public Optional<CellAnalysis> fastestFitting() {
        return fitting.stream().findFirst();
    }

    /** The least CPU time within the budget. */
    public Optional<CellAnalysis> cheapestFitting() {
        return least(fitting, c -> c.ranked().shown().cpuSeconds());
    }

    /** The least CPU time of all. */
    public Optional<CellAnalysis> cheapest() {
        return least(ranked, c -> c.ranked().shown().cpuSeconds());
    }

    /** The least memory among the cells within the budget whose wall is within 5 % of the fastest of them. */
    public Optional<CellAnalysis> smallestNearFastest() {
        return fastestFitting()
                .flatMap(fastest -> least(
                        fitting.stream()
                                .filter(c -> c.name().equals(fastest.name())
                                        || Comparison.isNear(c.ranked(), fastest.ranked()))
                                .toList(),
                        CellAnalysis::rankedRssBytes));
    }

    /** The cells of the front by rising wall time. */
    public List<CellAnalysis> frontByWall() {
        return ranked.stream().filter(c -> front.contains(c.name())).toList();
    }

    /** The least memory of all. */
    public Optional<CellAnalysis> smallest() {
        return least(ranked, CellAnalysis::rankedRssBytes);
    }

    /** Other cells of a list that are not slower than this one in practice. */
    public static List<CellAnalysis> tiedWith(CellAnalysis cell, List<CellAnalysis> among) {
        return among.stream()
                .filter(o -> !o.name().equals(cell.name()))
                .filter(o -> Comparison.tied(o.ranked(), cell.ranked()))
                .toList();
    }

    /** Other cells of a list that do not cost more CPU time than this one in practice. */
    public static List<CellAnalysis> costTiedWith(CellAnalysis cell, List<CellAnalysis> among) {
        return among.stream()
                .filter(o -> !o.name().equals(cell.name()))
                .filter(o -> Comparison.costTied(o.ranked(), cell.ranked()))
                .toList();
    }

    /** Cells of a list, itself too, of which this run cannot say that they are slower than this one by more than 5 %. */
    public static List<CellAnalysis> asFastAs(CellAnalysis cell, List<CellAnalysis> among) {
        return among.stream()
                .filter(o -> o.name().equals(cell.name()) || Comparison.asFast(o.ranked(), cell.ranked()))
                .toList();
    }

    private static double wall(CellAnalysis cell) {
        return cell.ranked().shown().wallSeconds();
    }

    private static Optional<CellAnalysis> least(List<CellAnalysis> cells, ToDoubleFunction<CellAnalysis> cost) {
        return cells.stream()
                .min(Comparator.comparingDouble(cost)
                        .thenComparingDouble(Standings::wall)
                        .thenComparing(CellAnalysis::name));
    }
}
