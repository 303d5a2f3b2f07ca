// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.Budget;
import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.chart.BudgetLine;
import dev.runmatrix.reports.chart.Family;
import dev.runmatrix.reports.diagnosis.Diagnosis;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What all sections share: the judged run and how its cells are named and written.
 *
 * @param run the judged run
 * @param labels descriptions of its cells
 * @param memory the unit of all memory
 * @param diagnosis what the rules find in it
 */
record Scope(RunAnalysis run, CellLabels labels, Memory memory, Diagnosis diagnosis) {

    /** Whether no cell is a JVM that the harness started itself. */
    boolean commandsOnly() {
        return run.cells().stream().allMatch(cell -> run.command(cell).isPresent());
    }

    static Scope of(RunAnalysis run) {
        return of(run, Diagnosis.withProfiles(run));
    }

    /** For what tells no findings: to look for them takes long. */
    static Scope undiagnosed(RunAnalysis run) {
        return of(run, new Diagnosis(List.of()));
    }

    private static Scope of(RunAnalysis run, Diagnosis diagnosis) {
        long largest = Stream.concat(
                        run.cells().stream().flatMap(c -> c.peakRssBytes().stream()),
                        run.spec().budget().rssBytes().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        return new Scope(
                run,
                new CellLabels(run.cells().stream().map(CellAnalysis::planned).toList(), run.mainDataset()),
                Memory.forLargest(largest),
                diagnosis);
    }

    Budget budget() {
        return run.spec().budget();
    }

    /** {@code 4 GB}, {@code 60 s}, both, or nothing where there is no budget. */
    String budgetWords() {
        List<String> limits = new ArrayList<>();
        budget().rssBytes().ifPresent(b -> limits.add(memory.limit(b)));
        budget().wall().ifPresent(w -> limits.add(Units.limit(w)));
        return String.join(" and ", limits);
    }

    /** {@code  within 4 GB, with a checked output}: what a recommended cell must be beside fast; empty for nothing. */
    String conditions() {
        String budget = budgetWords().isEmpty() ? "" : " within " + budgetWords();
        String checked = run.standings().checkedOnly() ? " with a checked output" : "";
        return budget + (budget.isEmpty() || checked.isEmpty() ? "" : ",") + checked;
    }

    Optional<BudgetLine> budgetLine() {
        return budget().rssBytes()
                .filter(b -> b > 0)
                .map(b -> new BudgetLine(memory.in(b), "budget " + memory.limit(b)));
    }

    double grantedCores() {
        return Math.max(0.01, run.run().environment().grantedCores());
    }

    String label(CellAnalysis cell) {
        return labels.of(cell);
    }

    Family family(CellAnalysis cell) {
        return family(cell.planned());
    }

    /** The colour of a cell, the same in every page. */
    static Family family(PlannedCell planned) {
        return switch (planned.cell().get(CellLabels.MODE).orElse("")) {
            case "streaming" -> Family.STREAMING;
            case "in-memory" -> Family.IN_MEMORY;
            default -> Family.OTHER;
        };
    }

    Costs costs(CellAnalysis cell) {
        Optional<CellNumbers> numbers = cell.numbers();
        String rss = cell.peakRssBytes().map(memory::number).orElse(Units.DASH);
        return new Costs(
                wall(cell),
                numbers.filter(n -> n.n() > 1)
                        .map(n -> Units.secondsRange(n.wallRange()))
                        .orElse(""),
                numbers.map(n -> Units.seconds(n.shown().cpuSeconds())).orElse(Units.DASH),
                numbers.map(n -> Units.cores(n.shown().cores())).orElse(Units.DASH),
                requested(cell),
                rss,
                cell.peakRssBytes()
                        .flatMap(r -> budget().rssBytes().filter(b -> r > b).map(b -> memory.withUnit(r - b)))
                        .orElse(""));
    }

    /** Nothing for a program that was not told how many workers to use. */
    private String requested(CellAnalysis cell) {
        boolean told = run.command(cell).isEmpty()
                || CellLabels.effective(cell.planned(), CellLabels.MAX_WORKERS).isPresent();
        return told ? Units.count(cell.planned().requestedWorkers()) : "";
    }

    private String wall(CellAnalysis cell) {
        if (cell.numbers().isPresent()) {
            CellNumbers numbers = cell.numbers().get();
            String wall = Units.seconds(numbers.shown().wallSeconds());
            return numbers.provisional() ? "(" + wall + ")" : wall;
        }
        boolean limit = cell.failure().filter(Wording::isLimit).isPresent();
        return limit ? "> " + Units.trimmed(timeoutSeconds(), 3) : Units.DASH;
    }

    double timeoutSeconds() {
        return run.spec().protocol().timeout().toMillis() / 1000.0;
    }

    /** {@code after 19.4 s, 2 of 2}: how a cell failed, or why it was not run, behind its tag. */
    String failureDetail(CellAnalysis cell) {
        return cell.failure()
                .map(f -> {
                    String when = Wording.isLimit(f)
                            ? "at " + Units.limit(run.spec().protocol().timeout())
                            : f.afterSeconds()
                                    .map(s -> "after " + Units.secondsWithUnit(s))
                                    .orElse("");
                    String share = Units.count(f.failed()) + " of " + Units.count(f.attempts());
                    return when.isEmpty() ? share : when + ", " + share;
                })
                .orElseGet(() -> cell.state() == CellState.NOT_RUN ? whyNotRun(cell) : "");
    }

    private String whyNotRun(CellAnalysis cell) {
        return cell.slots().stream()
                .flatMap(s -> s.absence().stream())
                .findFirst()
                .map(a -> Wording.absence(a, run.spec()))
                .filter(why -> !why.isEmpty())
                .map(why -> "(" + why + ")")
                .orElse("");
    }

    /** A cell in one line, for tips and for those who cannot see the drawing. */
    String tip(CellAnalysis cell) {
        Costs costs = costs(cell);
        List<String> parts = new ArrayList<>(List.of(cell.name() + " " + label(cell)));
        if (cell.numbers().isPresent()) {
            parts.add(costs.wall() + Units.SPACE + "s" + (costs.range().isEmpty() ? "" : " " + costs.brackets()));
            parts.add(costs.cpu() + Units.SPACE + "core\u2011s");
            parts.add(costs.coresOfRequested() + " cores");
        }
        if (cell.state() != CellState.RANKED) {
            parts.add((Wording.state(cell) + " " + failureDetail(cell)).strip());
        }
        if (cell.peakRssBytes().isPresent()) {
            parts.add(costs.rss() + Units.SPACE + memory.name());
        }
        return String.join("; ", parts);
    }

    /** What came of checking the outputs of a cell. */
    Tag output(CellAnalysis cell) {
        return OutputWords.tag(cell);
    }

    /** The tag that stands for the numbers of a cell without a rank. */
    Tag stateTag(CellAnalysis cell) {
        return switch (cell.state()) {
            case RANKED -> Tag.none();
            case FEW_FORKS, NOT_RUN -> new Tag(Wording.tag(cell), Tag.Tone.QUIET);
            case CONTAMINATED -> new Tag(Wording.tag(cell), Tag.Tone.DOUBTFUL);
            case FAILED, TIMED_OUT, WRONG_OUTPUT -> new Tag(Wording.tag(cell), Tag.Tone.BAD);
        };
    }
}
