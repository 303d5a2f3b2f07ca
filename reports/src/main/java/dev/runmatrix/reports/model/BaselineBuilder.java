// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.harness.statistics.Verdict;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.comparison.BuildComparison;
import dev.runmatrix.reports.comparison.Difference;
import dev.runmatrix.reports.comparison.RunComparison;
import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import dev.runmatrix.reports.model.RunVerdicts.ComparedWith;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says how a run stands beside an earlier one, beside another build, and before its gate. */
final class BaselineBuilder {

    private static final int MOST_RULES = 40;

    private final RunVerdicts verdicts;

    private final Map<String, String> names;

    BaselineBuilder(RunAnalysis run, RunVerdicts verdicts) {
        this.verdicts = verdicts;
        this.names = run.cells().stream()
                .map(CellAnalysis::planned)
                .collect(Collectors.toMap(planned -> planned.cell().id(), PlannedCell::name));
    }

    private JudgedRows rows(BuildComparison builds) {
        return new JudgedRows(builds, names);
    }

    Baseline build() {
        List<Baseline.Table> tables = new ArrayList<>();
        verdicts.builds().map(builds -> rows(builds).table()).ifPresent(tables::add);
        verdicts.compared()
                .filter(against -> against.comparison().comparability().isComparable())
                .filter(against -> !against.comparison().cells().isEmpty())
                .map(against -> new ScreenedRows(against).table())
                .ifPresent(tables::add);
        return new Baseline(lead(), notes(), tables, verdicts.gate().map(BaselineBuilder::rules));
    }

    private Text lead() {
        Optional<Text> judged = verdicts.builds().map(this::judged);
        Optional<Text> screened = verdicts.compared().map(BaselineBuilder::screened);
        if (judged.isEmpty() && screened.isEmpty()) {
            return Text.of("Not compared with an earlier run. ")
                    .code("./run-matrix report --baseline NAME")
                    .plain(" compares it.");
        }
        return judged.map(text -> text.plain(screened.isPresent() ? " " : ""))
                .orElse(Text.empty())
                .plus(screened.orElse(Text.empty()));
    }

    private Text judged(BuildComparison builds) {
        if (builds.builds().isSameProgram()) {
            return Text.of("Both builds are the same program: what they differ by is noise.");
        }
        List<String> slower = rows(builds).named(Verdict.SLOWER);
        if (!slower.isEmpty()) {
            return Text.empty().strong("SLOWER").plain(": " + Wording.list(slower) + ".");
        }
        List<String> faster = rows(builds).named(Verdict.FASTER);
        return faster.isEmpty()
                ? Text.of("Measured in turns, neither build is called slower or faster than the other.")
                : Text.empty().strong("FASTER").plain(": " + Wording.list(faster) + ".");
    }

    private static Text screened(ComparedWith against) {
        RunComparison comparison = against.comparison();
        if (!comparison.comparability().isComparable()) {
            return Text.of("Not comparable with " + against.label() + ", so that no times are compared: "
                    + comparison.comparability().differences().stream()
                            .map(BaselineBuilder::words)
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        if (comparison.cells().isEmpty()) {
            return Text.of("No cell in common with " + against.label() + ".");
        }
        if (!comparison.isConclusive()) {
            return Text.of("Beside " + against.label() + ", no cell has the clean forks that a comparison takes.");
        }
        if (comparison.comparability().sameProgram()) {
            return Text.of("The build of " + against.label()
                    + " with the same settings: what differs is the noise between two sittings.");
        }
        List<String> suspects = new ScreenedRows(against).suspects();
        String cells = Units.counted(comparison.cells().size(), "cell", "cells");
        return suspects.isEmpty()
                ? Text.of("Beside " + against.label() + ", measured at another time, none of " + cells + " is suspect.")
                : Text.empty()
                        .strong("SUSPECT")
                        .plain(" beside " + against.label() + ", measured at another time: " + Wording.list(suspects)
                                + ".");
    }

    private static String words(Difference difference) {
        return difference.what() + " " + difference.base() + " then, " + difference.candidate() + " now";
    }

    private List<Text> notes() {
        List<Text> notes = new ArrayList<>();
        verdicts.compared().map(ComparedWith::comparison).ifPresent(comparison -> {
            if (!comparison.comparability().sameProgram()
                    && !comparison.movedTogether().isEmpty()) {
                notes.add(Text.of("More than half of the cells, or all of them on average, moved in one direction:"
                        + " suspect the machine before the build."));
            }
            if (!comparison.comparability().remarks().isEmpty()) {
                notes.add(Text.of("Also different: "
                        + comparison.comparability().remarks().stream()
                                .map(BaselineBuilder::words)
                                .collect(Collectors.joining("; "))
                        + "."));
            }
            missing(comparison).ifPresent(notes::add);
        });
        return notes;
    }

    private static Optional<Text> missing(RunComparison comparison) {
        List<String> parts = new ArrayList<>();
        if (!comparison.onlyInBase().isEmpty()) {
            parts.add(Units.counted(comparison.onlyInBase().size(), "cell", "cells") + " in the earlier run only");
        }
        if (!comparison.onlyInCandidate().isEmpty()) {
            parts.add(Units.counted(comparison.onlyInCandidate().size(), "cell", "cells") + " in this run only");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Text.of("Not compared: " + Wording.list(parts) + "."));
    }

    private static Baseline.Rules rules(GateReport gate) {
        String counts = Arrays.stream(GateOutcome.values())
                .filter(outcome -> gate.count(outcome) > 0)
                .map(outcome -> Units.count(gate.count(outcome)) + " " + word(outcome))
                .collect(Collectors.joining(", "));
        List<GateResult> shown = gate.results().stream()
                .filter(result -> result.outcome() != GateOutcome.PASS)
                .toList();
        List<String> notices = new ArrayList<>(gate.notices());
        if (shown.size() > MOST_RULES) {
            notices.add(
                    Units.counted(shown.size() - MOST_RULES, "further result", "further results") + " in gate.json.");
        }
        return new Baseline.Rules(
                Text.of("Of " + Units.counted(gate.results().size(), "rule", "rules") + " in their cells: " + counts
                        + "."),
                shown.stream()
                        .limit(MOST_RULES)
                        .map(result -> new Baseline.RuleRow(
                                result.cell().name(), result.ruleText(), tag(result.outcome()), sentence(result)))
                        .toList(),
                notices);
    }

    private static String sentence(GateResult result) {
        return result.finding() + result.accepted().map(by -> " " + by).orElse("");
    }

    private static String word(GateOutcome outcome) {
        return switch (outcome) {
            case PASS -> "kept";
            case FAIL -> "broken";
            case ACCEPTED -> "broken and accepted";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_MEASURED -> "not measured";
        };
    }

    private static Tag tag(GateOutcome outcome) {
        return switch (outcome) {
            case PASS -> new Tag("PASS", Tag.Tone.GOOD);
            case FAIL -> new Tag("FAIL", Tag.Tone.BAD);
            case ACCEPTED -> new Tag("ACCEPTED", Tag.Tone.DOUBTFUL);
            case INCONCLUSIVE -> new Tag("CANNOT TELL", Tag.Tone.DOUBTFUL);
            case NOT_MEASURED -> new Tag("NOT MEASURED", Tag.Tone.QUIET);
        };
    }
}
