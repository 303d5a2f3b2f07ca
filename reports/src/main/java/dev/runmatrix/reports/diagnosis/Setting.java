// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.harness.matrix.PlannedCell;
import dev.runmatrix.reports.words.CellLabels;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What the settings of a cell come to. */
final class Setting {

    private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,11}");

    private Setting() {}

    /** The value of an axis that has an effect in a cell, as a number; empty for other values. */
    static OptionalLong number(CellFacts cell, String axis) {
        return CellLabels.effective(planned(cell), axis)
                .filter(value -> WHOLE.matcher(value).matches())
                .map(value -> OptionalLong.of(Long.parseLong(value)))
                .orElse(OptionalLong.empty());
    }

    /** Workers that the cell can use; empty where it was told no number, or is told to use none of them. */
    static OptionalInt workers(CellFacts cell) {
        OptionalLong workers = number(cell, CellLabels.MAX_WORKERS);
        return workers.isEmpty() || isSwitchedOff(cell)
                ? OptionalInt.empty()
                : OptionalInt.of((int) Math.min(Integer.MAX_VALUE, workers.getAsLong()));
    }

    /** Whether a switch with an effect says that one chunk is worked on at a time. */
    static boolean isSwitchedOff(CellFacts cell) {
        return CellLabels.effective(planned(cell), CellLabels.PARALLEL_CHUNKS)
                .filter("false"::equals)
                .isPresent();
    }

    private static PlannedCell planned(CellFacts cell) {
        return cell.cell().planned();
    }
}
