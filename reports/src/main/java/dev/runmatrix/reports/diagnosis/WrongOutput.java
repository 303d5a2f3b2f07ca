// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.OutputSummary;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** R1: a program that writes something else does other work, so that its times say nothing. */
final class WrongOutput implements Rule {

    @Override
    public List<Finding> judge(RunFacts run) {
        List<CellFacts> wrong = run.cells().stream()
                .filter(cell -> cell.cell().state() == CellState.WRONG_OUTPUT)
                .toList();
        return CellGroup.of(wrong, cell -> digests(run, cell), WrongOutput::wrongOutputs).stream()
                .map(group -> finding(run, group))
                .toList();
    }

    private static double wrongOutputs(CellFacts cell) {
        return cell.cell().outputs().wrong();
    }

    /** What its wrong attempts wrote. */
    private static Set<String> digests(RunFacts run, CellFacts cell) {
        return run.run().attempts(cell.cell().planned()).stream()
                .map(ForkRecord::output)
                .flatMap(output -> output.filter(OutputCheck::isWrong).stream())
                .map(OutputCheck::digest)
                .collect(Collectors.toSet());
    }

    private static Finding finding(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        OutputSummary outputs = main.cell().outputs();
        String times = group.verb("its times count", "their times count");
        return FindingDraft.of(
                        RuleId.R1,
                        group.names(),
                        Confidence.UNKNOWN,
                        group.told() + group.verb(" writes", " write")
                                + " an output that is not the one it must be, and " + times + " for nothing")
                .seen(seen(main, outputs))
                .cause(cause(run, group))
                .fix("Correct the output of " + group.told() + " and measure again. Until then compare nothing with "
                        + group.verb("it", "them") + ".")
                .evidence(otherCells(run, main))
                .refutedBy(
                        "an output of " + main.name() + " that agrees with the others on the same input, row by row.")
                .measures(List.of(
                        Measure.of("wrong outputs", main.name(), outputs.wrong(), Measure.Unit.COUNT)
                                .atLeast(1),
                        Measure.of("outputs", main.name(), outputs.finished(), Measure.Unit.COUNT)))
                .finding();
    }

    private static Text seen(CellFacts main, OutputSummary outputs) {
        Text text = Text.of(outputs.wrong() + " of "
                + Units.counted(outputs.finished(), "output", "outputs") + " of " + main.name()
                + (outputs.wrong() == 1 ? " is wrong." : " are wrong."));
        return main.cell()
                .difference()
                .map(difference ->
                        text.plain(" The first difference: ").code(difference).plain("."))
                .orElse(text);
    }

    private static String cause(RunFacts run, CellGroup group) {
        CellFacts main = group.main();
        OutputSummary outputs = main.cell().outputs();
        int variants = digests(run, main).size();
        if (variants > 1 || outputs.agreeing() > 0) {
            return "No cause established. That its forks differ among themselves is consistent with work that depends on the "
                    + "order of threads, such as a lost chunk.";
        }
        if (outputs.wrong() == 1) {
            return "No cause established. One output was compared: whether another fork writes the same is not known.";
        }
        return "No cause established. That all " + outputs.wrong()
                + " are alike is consistent with a fault in the program or its settings, not in the order of threads.";
    }

    private static String otherCells(RunFacts run, CellFacts main) {
        List<String> agreeing = run.cells().stream()
                .filter(cell -> cell.cell().dataset().equals(main.cell().dataset()))
                .filter(cell -> cell.cell().outputs().allAgree())
                .map(CellFacts::name)
                .toList();
        return agreeing.isEmpty() ? "" : "Outputs on the same input that agree: " + Wording.names(agreeing) + ".";
    }
}
