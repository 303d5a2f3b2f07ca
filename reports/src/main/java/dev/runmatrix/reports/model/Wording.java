// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.FailureSummary;
import dev.runmatrix.reports.analysis.Verdict;
import java.util.List;
import java.util.Locale;

/** The words for states, one for each thing. */
final class Wording {

    private Wording() {}

    /** A mode in prose: the hyphen does not break. */
    static String mode(String mode) {
        return mode.replace('-', '\u2011');
    }

    static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String failure(FailureSummary failure) {
        return switch (failure.kind()) {
            case OUT_OF_MEMORY -> "out of memory";
            case THREW -> "threw";
            case CRASHED ->
                "crashed"
                        + failure.example().exitCode().map(c -> " (" + c + ")").orElse("");
            case KILLED -> "killed";
            case TIMEOUT -> "timed out";
            case STALLED -> "stalled";
            case NOT_STARTED -> "not started";
            case HOOK -> "hook failed";
            case NO_OUTPUT -> "no output";
        };
    }

    static boolean isLimit(FailureSummary failure) {
        return failure.kind() == FailureKind.TIMEOUT;
    }

    /** The state of a cell in lower case; empty for one with a rank. */
    static String state(CellAnalysis cell) {
        return switch (cell.state()) {
            case RANKED -> "";
            case FEW_FORKS -> "n = " + cell.numbers().map(n -> n.n()).orElse(0);
            case CONTAMINATED -> "contaminated";
            case WRONG_OUTPUT -> "wrong output";
            case NOT_RUN -> "not run";
            case FAILED, TIMED_OUT -> cell.failure().map(Wording::failure).orElse("failed");
        };
    }

    /** The tag of a cell: capitals, because it stands where a number would be. */
    static String tag(CellAnalysis cell) {
        return cell.state() == CellState.FEW_FORKS ? state(cell) : state(cell).toUpperCase(Locale.ROOT);
    }

    static String verdict(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "FASTER";
            case SLOWER -> "SLOWER";
            case WITHIN -> "within \u00b15 %";
            case CANNOT_TELL -> "cannot tell";
            case TOO_FEW_FORKS -> "too few forks";
        };
    }

    /** {@code a, b and c}. */
    static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
