// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.harness.matrix.Axis;
import dev.runmatrix.harness.result.CellEnd;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.FailureSummary;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.model.DecisionInWords;
import dev.runmatrix.reports.model.OutputWords;
import dev.runmatrix.reports.model.RunInWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The cells of a judged run in as many short lines, for a terminal; the reports say more. */
final class RunTable {

    private static final String NONE = "–";
    private static final String INDENT = "     ";

    private final RunAnalysis run;
    private final CellWords words;

    RunTable(RunAnalysis run) {
        this.run = run;
        this.words = new CellWords(run.run().plan());
    }

    /** All lines; where there is no room the configuration is shortened. */
    List<String> lines(Paint paint) {
        TextTable table = new TextTable(
                        Column.left("cell"),
                        Column.flexible("configuration"),
                        Column.right("wall s"),
                        Column.right("range"),
                        Column.right("cores"),
                        Column.right("RSS"),
                        Column.state("output").onTheRight())
                .spaced(0, 1);
        for (CellAnalysis cell : run.cells()) {
            table.row(row(cell));
            remarks(cell).forEach(remark -> table.across(INDENT + remark));
        }
        List<String> lines = new ArrayList<>(table.lines(paint));
        below().forEach(sentence -> lines.addAll(TextTable.wrap(sentence, TextTable.WIDTH)));
        return lines;
    }

    private List<String> row(CellAnalysis cell) {
        String name = cell.name() + (cell.planned().reference() ? "*" : "");
        Optional<CellNumbers> numbers = cell.numbers();
        return List.of(
                name,
                words.of(cell.planned()),
                numbers.map(RunTable::wall).orElse(NONE),
                numbers.map(RunTable::range).orElse(NONE),
                numbers.map(n -> cores(cell, n.shown())).orElse(NONE),
                numbers.flatMap(n -> cell.peakRssBytes()).map(Amounts::bytes).orElse(NONE),
                output(cell));
    }

    private static String wall(CellNumbers numbers) {
        String wall = seconds(numbers.shown().wallSeconds());
        return numbers.provisional() ? "(" + wall + ")" : wall;
    }

    private static String range(CellNumbers numbers) {
        return seconds(numbers.wallRange().low()) + "–"
                + seconds(numbers.wallRange().high());
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 99.995 ? "%.2f" : "%.0f", seconds);
    }

    /** A program that was not told how many workers to use was asked for none. */
    private String cores(CellAnalysis cell, ForkTimes shown) {
        int requested = cell.planned().requestedWorkers();
        boolean told = run.command(cell).isEmpty()
                || (cell.planned().cell().get(Axis.MAX_WORKERS.key()).isPresent()
                        && !cell.planned().ignored().contains(Axis.MAX_WORKERS.key()));
        String used = String.format(Locale.ROOT, requested < 100 ? "%.2f" : "%.0f", shown.cores());
        return told ? used + " of " + requested : used;
    }

    private static String output(CellAnalysis cell) {
        String word = OutputWords.of(cell);
        return word.isEmpty() ? "none" : word.equals("wrong") ? "WRONG" : word;
    }

    /** What keeps a cell from a rank, and what ended it early. */
    private List<String> remarks(CellAnalysis cell) {
        List<String> remarks = new ArrayList<>();
        if (cell.state() == CellState.WRONG_OUTPUT) {
            remarks.add("wrong output: " + cell.difference().orElse("other rows"));
        }
        cell.failure().ifPresent(failure -> remarks.add(failed(failure)));
        int contaminated = cell.count(ForkOutcome.CONTAMINATED);
        if (contaminated > 0) {
            remarks.add("contaminated: other programs disturbed " + contaminated + " of "
                    + cell.slots().size() + " forks");
        }
        run.end(cell).flatMap(RunTable::futile).ifPresent(remarks::add);
        return remarks;
    }

    private static String failed(FailureSummary failure) {
        return "failed, " + failure.failed() + " of " + failure.attempts()
                + (failure.attempts() == 1 ? " fork: " : " forks: ")
                + failure.example().message();
    }

    private static Optional<String> futile(CellEnd end) {
        return end.reason() == CellEnd.Reason.FUTILE && end.neededForks().isPresent()
                ? Optional.of("cannot tell more: would need about "
                        + end.neededForks().getAsInt() + " forks")
                : Optional.empty();
    }

    private List<String> below() {
        List<String> below = new ArrayList<>();
        String reference = run.reference().isPresent() ? "* reference; " : "";
        String wall =
                run.clock() == WallClock.PROCESS ? "wall of the median fork's process" : "wall of the median fork";
        below.add(reference + wall + "; cores used of workers requested");
        if (run.cells().stream().flatMap(c -> c.numbers().stream()).anyMatch(CellNumbers::provisional)) {
            below.add("(…) not compared: too few forks of the cell ended clean");
        }
        below.add("Forks: " + RunInWords.account(run));
        RunInWords.sameCellTwice(run).ifPresent(below::add);
        DecisionInWords.of(run).forEach(sentence -> below.add(plain(sentence)));
        return below;
    }

    /** Without the characters that keep words of a page together. */
    private static String plain(String sentence) {
        return sentence.replace('\u00a0', ' ').replace('\u2011', '-');
    }
}
