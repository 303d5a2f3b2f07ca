// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.Skip;
import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.Environment;
import dev.runmatrix.harness.result.Failure;
import dev.runmatrix.harness.result.RunRecord;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.ForkLedger;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lists accounts, commands and files. */
final class DataBuilder {

    private static final int COMMIT_DIGITS = 12;

    private final Scope scope;
    private final RunAnalysis run;
    private final Timelines timelines;
    private final boolean besideRun;

    DataBuilder(Scope scope, Timelines timelines, boolean besideRun) {
        this.scope = scope;
        this.besideRun = besideRun;
        this.run = scope.run();
        this.timelines = timelines;
    }

    Data build() {
        List<ForkOutcome> outcomes = Arrays.stream(ForkOutcome.values())
                .filter(o -> run.ledger().count(o) > 0)
                .toList();
        return new Data(
                repeat(),
                "./run-matrix report " + ShellWords.quoted(run.run().id()),
                files(),
                outcomes.stream().map(Wording::outcome).toList(),
                forks(outcomes),
                new NoiseBuilder(scope).rows(),
                new ForkRowsBuilder(run, besideRun).build(),
                run.run().plan().skips().stream().map(DataBuilder::skipped).toList(),
                notes());
    }

    /** The commit, the inputs, and then the command: a line each. */
    private List<String> repeat() {
        List<String> lines = new ArrayList<>();
        Environment machine = run.run().environment();
        machine.gitCommit()
                .map(commit -> machine.gitDirty()
                        ? "# Commit " + ShellWords.quoted(shortened(commit)) + ", with changes that were not committed."
                        : "git checkout " + ShellWords.quoted(shortened(commit)))
                .ifPresent(lines::add);
        List<DatasetFacts> inputs = run.run().datasets();
        if (!inputs.isEmpty()) {
            lines.add("./run-matrix dataset generate "
                    + inputs.stream()
                            .map(input -> ShellWords.quoted(input.name()))
                            .collect(Collectors.joining(" ")));
        }
        lines.add(measure());
        return lines;
    }

    /** As many digits as tell a commit from all others. */
    private static String shortened(String commit) {
        return commit.substring(0, Math.min(commit.length(), COMMIT_DIGITS));
    }

    private String measure() {
        RunRecord record = run.run();
        String command = record.argv().stream().map(ShellWords::quoted).collect(Collectors.joining(" "));
        String seed = record.argv().contains("--seed") ? "" : " --seed " + record.seed();
        boolean named = command.isEmpty() || command.startsWith("-");
        return "./run-matrix" + (named ? (record.builds().isPresent() ? " ab" : " run") : "")
                + (command.isEmpty() ? "" : " " + command) + seed;
    }

    private List<String> files() {
        List<String> files = new ArrayList<>(List.of("run.json", "forks.jsonl"));
        if (!timelines.byCell().isEmpty()) {
            files.add("samples/");
        }
        boolean logs = run.stored().forks().stream()
                .anyMatch(f ->
                        f.log().isPresent() || f.failure().flatMap(Failure::log).isPresent());
        if (logs) {
            files.add("logs/");
        }
        files.addAll(List.of("report.md", "report.html", "summary.md"));
        return files;
    }

    private List<Data.ForkRow> forks(List<ForkOutcome> outcomes) {
        List<Data.ForkRow> rows = new ArrayList<>();
        for (CellAnalysis cell : run.cells()) {
            rows.add(new Data.ForkRow(
                    cell.name(),
                    Units.count(cell.slots().size()),
                    outcomes.stream().map(o -> Units.count(cell.count(o))).toList()));
        }
        ForkLedger ledger = run.ledger();
        rows.add(new Data.ForkRow(
                "all",
                Units.count((long) ledger.planned() + ledger.beyondPlan()),
                outcomes.stream().map(o -> Units.count(ledger.count(o))).toList()));
        return rows;
    }

    private static Data.Skipped skipped(Skip skip) {
        String setting = skip.cell().axes().entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(", "));
        return new Data.Skipped(setting, skip.reason());
    }

    /** Cells that stand for several requested settings, by the axes without effect there. */
    private Map<List<String>, List<CellAnalysis>> merged() {
        return run.cells().stream()
                .filter(c -> !c.planned().merged().isEmpty())
                .collect(Collectors.groupingBy(
                        c -> c.planned().ignored().stream().sorted().toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private static Text standsForMore(List<String> ignored, List<CellAnalysis> cells) {
        int settings = cells.stream().mapToInt(c -> c.planned().merged().size()).sum();
        Text text = Text.of(Wording.list(cells.stream().map(CellAnalysis::name).toList())
                + (cells.size() == 1 ? " also stands for " : " also stand for ")
                + Units.counted(settings, "requested setting that differs", "requested settings that differ")
                + " in nothing but ");
        for (int i = 0; i < ignored.size(); i++) {
            String joint = i == 0 ? "" : i == ignored.size() - 1 ? " and " : ", ";
            text = text.plain(joint).code(ignored.get(i));
        }
        return text.plain(", without effect there.");
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        merged().forEach((ignored, cells) -> notes.add(standsForMore(ignored, cells)));
        timelines
                .problems()
                .forEach(p -> notes.add(Text.of("Samples missing: ").code(p).plain(".")));
        if (run.stored().torn()) {
            notes.add(Text.of("The last line of ").code("forks.jsonl").plain(" is half-written and was left out."));
        }
        return notes;
    }
}
