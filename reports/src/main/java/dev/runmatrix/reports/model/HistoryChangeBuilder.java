// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Creep;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.history.CellChange;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.Change;
import dev.runmatrix.reports.history.Pinned;
import dev.runmatrix.reports.history.RunLevels;
import dev.runmatrix.reports.history.RunSeries;
import dev.runmatrix.reports.words.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Puts changes into words, each with what would confirm it. */
final class HistoryChangeBuilder {

    /** More cells than these are all measured: naming each would make a command that nobody reads. */
    private static final int MOST_ONLY = 3;

    private static final Text WARNING = Text.of("A trend warning: the builds never ran side by side. To confirm it:");

    private final HistoryUnits units;
    private final RunSeries series;
    private final HistoryNames names;

    HistoryChangeBuilder(HistoryUnits units, RunSeries series, HistoryNames names) {
        this.units = units;
        this.series = series;
        this.names = names;
    }

    /** The latest first. */
    List<HistoryChange> changes() {
        List<HistoryChange> all = new ArrayList<>();
        series.changes().forEach(change -> all.add(0, change(change)));
        return all;
    }

    private HistoryChange change(Change change) {
        Text headline = Text.empty()
                .strong(HistoryUnits.cells(change.cells().size()) + ": " + direction(change) + " " + units.noun())
                .plain(" since run ")
                .code(change.after().id())
                .plain(" of " + HistoryUnits.day(change.after().startedAt()) + ".");
        List<Text> notes = new ArrayList<>();
        notes.add(between(change.before(), change.after()));
        if (change.suspectsTheMachine()) {
            notes.add(Text.of(change.cells().size() + " of " + change.measured()
                    + " cells moved, most of them in one direction: suspect the machine before the program."));
        }
        List<CellHistory> cells = change.cells().stream().map(CellChange::cell).toList();
        String command = change.isOfOneBuild() ? "" : command(change.before(), change.after(), cells);
        notes.add(advice(change.isOfOneBuild(), command));
        return new HistoryChange(
                headline, change.cells().stream().map(this::words).toList(), notes, command);
    }

    private static String direction(Change change) {
        boolean more = change.cells().stream().anyMatch(cell -> cell.ratio().estimate() > 1);
        boolean less = change.cells().stream().anyMatch(cell -> cell.ratio().estimate() < 1);
        return more && less ? "other" : more ? "more" : "less";
    }

    private Text words(CellChange change) {
        double ratio = change.ratio().estimate();
        Interval interval = change.ratio().interval().orElse(new Interval(ratio, ratio, 0));
        return name(change.cell())
                .plain(" " + units.change(ratio, change.shift().before(), interval) + ", "
                        + HistoryUnits.runs(change.runsBefore()) + " before and " + change.runsAfter()
                        + " from then on");
    }

    private Text name(CellHistory cell) {
        return Text.empty().strong(names.name(cell)).plain(" " + names.label(cell) + ":");
    }

    private static Text between(RunLevels before, RunLevels after) {
        return Text.of("Commits: ")
                .code(HistoryUnits.build(before.build()))
                .plain(" (run ")
                .code(before.id())
                .plain(") \u2192 ")
                .code(HistoryUnits.build(after.build()))
                .plain(".");
    }

    private static Text advice(boolean sameBuild, String command) {
        if (sameBuild) {
            return Text.of(
                    "Both sides measured the same build: what changed is the machine or what surrounds it, and no"
                            + " comparison of builds can confirm it.");
        }
        return command.isEmpty()
                ? Text.of(
                                "A trend warning: the builds never ran side by side. No commit names both of them, so it takes"
                                        + " their jars to confirm it: ")
                        .code("./run-matrix ab --base JAR --head JAR")
                : WARNING;
    }

    /** Empty where a side is not a commit that can be built again, or both are the same one. */
    private String command(RunLevels before, RunLevels after, List<CellHistory> cells) {
        Optional<String> base = before.build().cleanCommit();
        Optional<String> head = after.build().cleanCommit();
        if (base.isEmpty() || head.isEmpty() || base.equals(head)) {
            return "";
        }
        return "./run-matrix ab --base " + commit(base.get()) + " --head " + commit(head.get()) + only(cells);
    }

    private static String commit(String full) {
        return ShellWords.quoted(HistoryUnits.commit(full));
    }

    private String only(List<CellHistory> cells) {
        return cells.size() > MOST_ONLY
                ? ""
                : cells.stream()
                        .map(cell -> axes(cell.planned()))
                        .filter(axes -> !axes.isEmpty())
                        .map(axes -> " --only " + ShellWords.quoted(axes))
                        .collect(Collectors.joining());
    }

    /** The axes that tell a cell from others; a value with a comma or an equals sign cannot be named. */
    private String axes(PlannedCell planned) {
        return planned.cell().axes().entrySet().stream()
                .filter(axis -> !planned.ignored().contains(axis.getKey()))
                .filter(axis -> varies(axis.getKey()))
                .filter(axis -> !(axis.getKey() + axis.getValue()).matches(".*[,=\\s].*"))
                .map(axis -> axis.getKey() + "=" + axis.getValue())
                .collect(Collectors.joining(","));
    }

    private boolean varies(String axis) {
        return series.cells().stream()
                        .map(cell -> cell.planned().cell().get(axis))
                        .distinct()
                        .count()
                > 1;
    }

    /** Levels that left that of the pinned release, in one message. */
    List<HistoryChange> creep() {
        List<CellHistory> creeping = series.creeping();
        if (creeping.isEmpty() || series.pinned().isEmpty()) {
            return List.of();
        }
        Pinned release = series.pinned().get();
        Text headline = Text.empty()
                .strong(HistoryUnits.cells(creeping.size()) + ": " + direction(creeping) + " " + units.noun()
                        + " than the pinned release")
                .plain(" ")
                .code(release.name())
                .plain(".");
        List<Text> cells = creeping.stream().map(cell -> words(cell, release)).toList();
        String command = command(release.run(), series.newest(), creeping);
        List<Text> notes = List.of(between(release.run(), series.newest()), advice(false, command));
        return List.of(new HistoryChange(headline, cells, notes, command));
    }

    private static String direction(List<CellHistory> creeping) {
        long more = creeping.stream()
                .filter(cell -> cell.creep().filter(creep -> creep.ratio() > 1).isPresent())
                .count();
        return more == creeping.size() ? "more" : more == 0 ? "less" : "other";
    }

    private Text words(CellHistory cell, Pinned release) {
        Creep creep = cell.creep().orElseThrow();
        double base = release.run().cells().stream()
                .filter(levels -> levels.key().equals(cell.key()))
                .flatMap(levels -> levels.level(units.metric()).stream())
                .mapToDouble(level -> level.median())
                .findFirst()
                .orElseThrow();
        return name(cell)
                .plain(" " + units.change(creep.ratio(), base, creep.interval()) + ", last "
                        + HistoryUnits.runs(creep.nights()));
    }
}
