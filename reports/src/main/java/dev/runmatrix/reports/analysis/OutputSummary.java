// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What became of checking the outputs of finished attempts, of a cell or of a run, warm-ups and the twin of an A/A pair
 * too.
 *
 * @param states how many attempts each finding holds for; findings without any are missing
 * @param manifestChecked attempts compared with the manifest of their dataset
 */
public record OutputSummary(Map<OutputState, Integer> states, int manifestChecked) {

    public OutputSummary {
        states = Map.copyOf(states);
    }

    static OutputSummary of(List<CellAnalysis> cells) {
        Map<OutputState, Integer> states = new EnumMap<>(OutputState.class);
        int manifestChecked = 0;
        for (CellAnalysis cell : cells) {
            cell.outputs().states().forEach((state, n) -> states.merge(state, n, Integer::sum));
            manifestChecked += cell.outputs().manifestChecked();
        }
        return new OutputSummary(states, manifestChecked);
    }

    public int count(OutputState state) {
        return states.getOrDefault(state, 0);
    }

    public int finished() {
        return states.values().stream().mapToInt(Integer::intValue).sum();
    }

    public int wrong() {
        return count(OutputState.WRONG);
    }

    /** Outputs that agree with the others on the same input. */
    public int agreeing() {
        return count(OutputState.SAME) + count(OutputState.TOLERATED);
    }

    /** Whether every finished attempt agrees with the others on the same input; false where none finished. */
    public boolean allAgree() {
        return finished() > 0 && agreeing() == finished();
    }
}
