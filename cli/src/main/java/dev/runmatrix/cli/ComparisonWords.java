// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.harness.statistics.Screened;
import dev.runmatrix.harness.statistics.SittingSpread;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.comparison.ComparedCell;
import dev.runmatrix.reports.comparison.Difference;
import dev.runmatrix.reports.comparison.Finding;
import dev.runmatrix.reports.comparison.RunComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A comparison in sentences and numbers, the same for a terminal and for a comment. */
final class ComparisonWords {

    private static final int MOST_NAMES = 8;

    private final Compared compared;
    private final RunComparison comparison;

    private ComparisonWords(Compared compared) {
        this.compared = compared;
        this.comparison = compared.comparison();
    }

    static ComparisonWords of(Compared compared) {
        return new ComparisonWords(compared);
    }

    /** Why the two are not compared, and the way out. */
    List<String> refusal() {
        List<String> lines = new ArrayList<>();
        lines.add("run-matrix: " + compared.base().label() + " and "
                + compared.candidate().label() + " are not comparable:");
        differences().forEach(difference -> lines.add("  " + difference));
        lines.add("Measure again where the other was measured, or compare all the same with --advisory.");
        return lines;
    }

    /** What makes them incomparable, each in a clause. */
    List<String> differences() {
        return comparison.comparability().differences().stream()
                .map(ComparisonWords::words)
                .toList();
    }

    private static String words(Difference difference) {
        return difference.what() + ": " + difference.base() + " in A, " + difference.candidate() + " in B";
    }

    /** What was compared with what. */
    List<String> sides() {
        return List.of(side("A", compared.base()), side("B", compared.candidate()));
    }

    private static String side(String letter, Comparand side) {
        String id = side.stored().run().id();
        String run = side.label().endsWith(id) ? "" : " (run " + id + ")";
        return letter + "  " + side.label() + run + ", "
                + BaselineFitness.build(side.stored().run().environment());
    }

    /** What came of it, in one sentence. */
    String headline() {
        if (comparison.cells().isEmpty()) {
            return "Nothing to compare: the two have no cell in common.";
        }
        if (comparison.comparability().sameProgram()) {
            return "The same build with the same settings: what differs is the noise between two sittings, " + noise()
                    + ". The noise floor covers it, and nothing is suspect.";
        }
        if (comparison.cells().stream().noneMatch(ComparedCell::isScreened)) {
            return "Nothing can be told: no cell has the clean forks that a comparison takes.";
        }
        List<String> suspects = named(Finding.SUSPECT);
        String all = " of " + counted(comparison.cells().size(), "cell");
        return suspects.isEmpty()
                ? "No suspect in " + counted(comparison.cells().size(), "cell") + "."
                : "SUSPECT: " + suspects.size() + all + beyondDrift() + ": " + listed(suspects) + ".";
    }

    /** A suspicion may be smaller than what two sittings of one build differ by. */
    private String beyondDrift() {
        long beyond = comparison.cells().stream()
                .filter(cell -> cell.metrics().stream()
                        .anyMatch(metric -> metric.finding() == Finding.SUSPECT
                                && metric.screened().exceedsDrift()))
                .count();
        return ", " + (beyond == 0 ? "none" : beyond) + " beyond what sittings differ by";
    }

    private String noise() {
        return List.of(Metric.values()).stream()
                .filter(metric -> comparison.greatestChange(metric).isPresent())
                .map(metric -> ComparisonNumbers.word(metric) + " up to "
                        + ComparisonNumbers.percent(
                                comparison.greatestChange(metric).getAsDouble()))
                .collect(Collectors.joining(", "));
    }

    private List<String> named(Finding finding) {
        return comparison.cells().stream()
                .filter(cell -> cell.has(finding))
                .map(cell -> cell.name() + " "
                        + cell.metrics().stream()
                                .filter(metric -> metric.finding() == finding)
                                .map(metric -> ComparisonNumbers.word(metric.metric()) + " × "
                                        + ComparisonNumbers.ratio(metric))
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    /** What stands above all numbers of runs that are not comparable, the first line a heading; empty for others. */
    List<String> caution() {
        if (comparison.comparability().isComparable()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        lines.add("NOT COMPARABLE, compared all the same; any difference may be due to:");
        lines.addAll(differences());
        return lines;
    }

    /** What to know before believing the numbers. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        List<Metric> moved = comparison.comparability().sameProgram() ? List.of() : comparison.movedTogether();
        if (!moved.isEmpty()) {
            warnings.add("More than half of the cells, or all of them on average, moved in one direction ("
                    + moved.stream().map(ComparisonNumbers::word).collect(Collectors.joining(", "))
                    + "): suspect the machine first. Measure one build against itself before the build is blamed.");
        }
        unmatched(comparison.onlyInBase(), "A").ifPresent(warnings::add);
        unmatched(comparison.onlyInCandidate(), "B").ifPresent(warnings::add);
        if (!comparison.comparability().remarks().isEmpty()) {
            warnings.add("Also different: "
                    + comparison.comparability().remarks().stream()
                            .map(ComparisonWords::words)
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        return warnings;
    }

    private static Optional<String> unmatched(List<PlannedCell> cells, String side) {
        return cells.isEmpty()
                ? Optional.empty()
                : Optional.of("Only in " + side + ": "
                        + listed(cells.stream().map(PlannedCell::name).toList()) + ".");
    }

    private static String listed(List<String> names) {
        String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining("; "));
        return names.size() > MOST_NAMES ? shown + "; and " + (names.size() - MOST_NAMES) + " more" : shown;
    }

    /** How to read the numbers. */
    List<String> legend() {
        String clock = comparison.clock() == WallClock.REGION ? "the measured region" : "whole processes";
        return List.of(
                "A and B: medians of clean forks, wall and CPU seconds of " + clock + ". Ratio: B ÷ A with its 95 %"
                        + " interval, widened by what two sittings differ by ("
                        + ComparisonNumbers.percent(
                                comparison.drift(Metric.WALL).smallestChange()) + " of wall"
                        + ", " + origin(comparison.drift(Metric.WALL))
                        + ").",
                "Shows: the smallest change that would have been seen here. Needs: forks of each build, made in one"
                        + " sitting, to judge a change of " + ComparisonNumbers.percent(Metric.WALL.tolerance())
                        + " (RSS "
                        + ComparisonNumbers.percent(Metric.PEAK_RSS.tolerance())
                        + "). SUSPECT and FASTER? are no verdicts: measure both"
                        + " builds in one sitting.");
    }

    private static String origin(SittingSpread drift) {
        return drift.sittings() == 0
                ? "assumed"
                : "estimated from " + drift.sittings() + " sittings of unchanged builds";
    }

    /** Why a cell has no numbers, or not enough of them; absent where it has. */
    Optional<String> remark(ComparedCell cell) {
        Optional<String> broken = broken(cell.base(), "A").or(() -> broken(cell.candidate(), "B"));
        if (broken.isPresent()) {
            return Optional.of("not compared: " + broken.get());
        }
        return cell.isScreened()
                ? Optional.empty()
                : Optional.of("too few clean forks: " + cell.base().clean() + " of "
                        + cell.base().forks() + " in A, " + cell.candidate().clean() + " of "
                        + cell.candidate().forks() + " in B; it takes " + Screened.LEAST_FORKS + " of each");
    }

    private static Optional<String> broken(ComparedCell.Side side, String letter) {
        if (!side.isBroken()) {
            return Optional.empty();
        }
        String how = switch (side.state()) {
            case WRONG_OUTPUT -> "its output is wrong in ";
            case TIMED_OUT -> "it timed out in ";
            default -> "it failed in ";
        };
        return Optional.of(how + letter);
    }

    /** How many forks of a cell are compared. */
    static String forks(ComparedCell cell) {
        return cell.base().clean() + " and " + cell.candidate().clean() + " forks";
    }

    private static String counted(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }
}
