// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.matrix.Cell;
import dev.runmatrix.harness.result.ForkRecord;
import dev.runmatrix.harness.result.ForkStatus;
import dev.runmatrix.harness.result.OutputCheck;
import dev.runmatrix.harness.result.OutputVerdict;
import dev.runmatrix.harness.result.StoredRun;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what is known of the outputs of attempts that ran to their end. */
final class OutputJudge {

    private final Map<String, Cell> cells = new HashMap<>();
    private final Set<String> comparedInputs = new HashSet<>();

    OutputJudge(StoredRun stored) {
        stored.run().plan().cells().forEach(c -> cells.put(c.name(), c.cell()));
        stored.forks().stream()
                .filter(f -> f.output().flatMap(OutputCheck::againstReference).isPresent())
                .forEach(f -> comparedInputs.add(input(f)));
    }

    /** The findings on those attempts that ran to their end. */
    OutputSummary summary(List<ForkRecord> attempts) {
        Map<OutputState, Integer> states = new EnumMap<>(OutputState.class);
        attempts.stream()
                .filter(a -> a.status() == ForkStatus.OK)
                .forEach(a -> states.merge(state(a), 1, Integer::sum));
        int manifestChecked = (int) attempts.stream()
                .flatMap(a -> a.output().stream())
                .filter(o -> o.againstManifest().isPresent())
                .count();
        return new OutputSummary(states, manifestChecked);
    }

    /** The finding on one finished attempt. */
    private OutputState state(ForkRecord attempt) {
        if (attempt.output().isEmpty()) {
            return OutputState.NOT_CHECKED;
        }
        OutputCheck check = attempt.output().get();
        if (check.isWrong()) {
            return OutputState.WRONG;
        }
        if (check.accepted().isPresent()) {
            return OutputState.VERIFIED;
        }
        if (check.againstReference()
                .filter(OutputVerdict.WITHIN_TOLERANCE::equals)
                .isPresent()) {
            return OutputState.TOLERATED;
        }
        boolean compared =
                check.againstReference().isPresent() || check.againstManifest().isPresent();
        // Nothing stands beside the first output of an input but the later ones, which are compared with it.
        return compared || comparedInputs.contains(input(attempt)) ? OutputState.SAME : OutputState.NOT_CHECKED;
    }

    private String input(ForkRecord attempt) {
        Cell cell = cells.getOrDefault(attempt.cell(), new Cell(Map.of()));
        return cell.get(CellAnalysis.DATASET).orElse("");
    }
}
