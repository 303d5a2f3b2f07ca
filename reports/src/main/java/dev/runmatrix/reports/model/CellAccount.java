// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellNumbers;
import dev.runmatrix.reports.analysis.Comparison;
import dev.runmatrix.reports.analysis.CpuSplit;
import dev.runmatrix.reports.analysis.ForkTimes;
import dev.runmatrix.reports.diagnosis.WorkerTime;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the time of a cell went, each line of the one fork that is shown of it. */
final class CellAccount {

    private final Scope scope;
    private final CellAnalysis cell;

    CellAccount(Scope scope, CellAnalysis cell) {
        this.scope = scope;
        this.cell = cell;
    }

    List<KeyValue> lines() {
        List<KeyValue> lines = new ArrayList<>();
        if (!scope.stateTag(cell).isEmpty()) {
            add("State", (scope.stateTag(cell).word() + " " + scope.failureDetail(cell)).strip(), lines);
        }
        cell.numbers().ifPresent(numbers -> costs(numbers, lines));
        cell.numbers().ifPresent(numbers -> against(numbers, lines));
        cell.numbers().ifPresent(numbers -> accounts(numbers.shown(), lines));
        return lines;
    }

    private void costs(CellNumbers numbers, List<KeyValue> lines) {
        Costs costs = scope.costs(cell);
        String range = costs.range().isEmpty() ? "" : " " + costs.brackets();
        ForkTimes shown = numbers.shown();
        add(
                "Wall",
                costs.wall() + Units.SPACE + "s" + range + ", n = " + numbers.n()
                        + (numbers.provisional() ? ", in parentheses because other programs disturbed it" : ""),
                lines);
        add(
                "Work",
                Units.secondsWithUnit(shown.wallSeconds()) + " = " + Units.coreSeconds(shown.cpuSeconds()) + " \u00f7 "
                        + Units.cores(shown.cores()) + " cores, of "
                        + Units.counted(cell.planned().requestedWorkers(), "requested worker", "requested workers")
                        + " and " + Units.grantedCores(scope.grantedCores()) + " granted",
                lines);
        cell.peakRssBytes().ifPresent(bytes -> add("Peak RSS", scope.memory().withUnit(bytes), lines));
    }

    private void against(CellNumbers numbers, List<KeyValue> lines) {
        Optional<CellAnalysis> reference = scope.run().reference();
        Optional<Comparison> comparison = scope.run().comparison(cell);
        reference
                .flatMap(CellAnalysis::numbers)
                .ifPresent(base -> comparison.ifPresent(told -> {
                    ForkTimes own = numbers.shown();
                    ForkTimes other = base.shown();
                    if (own.cpuSeconds() <= 0 || other.cpuSeconds() <= 0) {
                        return;
                    }
                    String interval = told.ratio()
                            .interval()
                            .map(range -> " " + Units.brackets(Units.ratioInterval(range)))
                            .orElse("");
                    add(
                            "Against " + reference.get().name(),
                            "wall " + Units.ratio(told.shown()) + " = CPU work "
                                    + Units.ratio(own.cpuSeconds() / other.cpuSeconds()) + " \u00f7 cores used "
                                    + Units.ratio(own.cores() / other.cores()) + "; over all forks "
                                    + Units.ratio(told.ratio().estimate()) + interval,
                            lines);
                }));
    }

    private void accounts(ForkTimes shown, List<KeyValue> lines) {
        CpuSplit.of(shown, scope.run().clock()).ifPresent(split -> add("CPU went to", split(split), lines));
        int workers = cell.planned().requestedWorkers();
        WorkerTime.of(shown, scope.run().clock(), workers)
                .filter(time -> workers > 1)
                .ifPresent(time -> add("Workers' time", workers(time, workers, shown), lines));
    }

    private static String split(CpuSplit split) {
        return "work " + Units.seconds(split.workSeconds()) + ", garbage collection "
                + Units.seconds(split.garbageSeconds()) + ", compilers " + Units.seconds(split.compilerSeconds())
                + ", the rest " + Units.coreSeconds(split.restSeconds());
    }

    private static String workers(WorkerTime time, int workers, ForkTimes shown) {
        return workers + " " + Units.TIMES + " " + Units.secondsWithUnit(shown.wallSeconds()) + " = on a processor "
                + Units.seconds(time.busySeconds()) + " + in the run queue " + Units.seconds(time.queuedSeconds())
                + " + waiting for anything else " + Units.secondsWithUnit(time.waitingSeconds());
    }

    private static void add(String key, String value, List<KeyValue> lines) {
        lines.add(new KeyValue(key, Text.of(value)));
    }
}
