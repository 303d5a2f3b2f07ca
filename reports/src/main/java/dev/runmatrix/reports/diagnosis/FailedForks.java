// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.reports.analysis.FailureSummary;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;

/** R2: a cell of which some fork ended without a result is compared with nothing. */
final class FailedForks implements Rule {

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> failing = run.cells().stream()
                .filter(cell -> cell.cell().failure().isPresent())
                .toList();
        return CellGroup.of(failing, FailedForks::kind, cell -> failure(cell).failed()).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static FailureSummary failure(CellFacts cell) {
        return cell.cell().failure().orElseThrow();
    }

    private static FailureKind kind(CellFacts cell) {
        return failure(cell).kind();
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        FailureSummary failure = failure(main);
        Remedy remedy = Remedy.of(run, main, failure);
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("failed forks", main.name(), failure.failed(), Measure.Unit.COUNT)
                .atLeast(1));
        measures.add(Measure.of("forks made", main.name(), failure.attempts(), Measure.Unit.COUNT));
        failure.afterSeconds()
                .ifPresent(after ->
                        measures.add(Measure.of("wall time until then", main.name(), after, Measure.Unit.SECONDS)));
        measures.addAll(remedy.measures());
        return FindingDraft.of(RuleId.R2, group.names(), remedy.confidence(), title(group, failure))
                .seen(seen(main, failure))
                .cause(remedy.cause())
                .fix(remedy.fix())
                .evidence(failure.example()
                        .log()
                        .map(log -> "What it wrote: " + log + ".")
                        .orElse(""))
                .refutedBy("forks of " + main.name() + " that end with a result under the same settings.")
                .measures(measures)
                .finding();
    }

    private static String title(CellGroup group, FailureSummary failure) {
        String told = group.told();
        return switch (failure.kind()) {
            case OUT_OF_MEMORY -> told + " ran out of memory";
            case TIMEOUT -> told + group.verb(" does", " do") + " not end within the time limit";
            case STALLED ->
                told + " stalled: " + group.verb("its forks use", "their forks use")
                        + " no processor time and do not end";
            case KILLED -> "Forks of " + told + " were killed by something else";
            case NOT_STARTED -> told + " could not be started";
            case HOOK -> "A hook around forks of " + told + " failed";
            case NO_OUTPUT -> told + group.verb(" leaves", " leave") + " no output that can be read";
            case THREW -> told + " threw";
            case CRASHED -> told + " crashed";
        };
    }

    private static Text seen(CellFacts main, FailureSummary failure) {
        String after = failure.afterSeconds()
                .map(seconds -> " after " + Units.secondsWithUnit(seconds))
                .orElse("");
        return Text.of(failure.failed() + " of " + Units.counted(failure.attempts(), "fork", "forks") + " of "
                        + main.name() + ": " + Wording.failure(failure) + after + ". ")
                .code(failure.example().message());
    }
}
