// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.words;

import dev.runmatrix.harness.matrix.MatrixSpec;
import dev.runmatrix.harness.result.FailureKind;
import dev.runmatrix.reports.analysis.Absence;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.FailureSummary;
import dev.runmatrix.reports.analysis.ForkOutcome;
import dev.runmatrix.reports.analysis.ForkShare;
import dev.runmatrix.reports.analysis.Verdict;
import java.util.List;
import java.util.Locale;

/** The words for states, one for each thing. */
public final class Wording {

    private Wording() {}

    /** A mode in prose: the hyphen does not break. */
    public static String mode(String mode) {
        return mode.replace('-', '\u2011');
    }

    public static String capitalised(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    public static String failure(FailureSummary failure) {
        String code = failure.example().exitCode().map(c -> " (" + c + ")").orElse("");
        return failure(failure.kind()) + (failure.kind() == FailureKind.CRASHED ? code : "");
    }

    public static String failure(FailureKind kind) {
        return switch (kind) {
            case OUT_OF_MEMORY -> "out of memory";
            case THREW -> "threw";
            case CRASHED -> "crashed";
            case KILLED -> "killed";
            case TIMEOUT -> "timed out";
            case STALLED -> "stalled";
            case NOT_STARTED -> "not started";
            case HOOK -> "hook failed";
            case NO_OUTPUT -> "no output";
        };
    }

    public static boolean isLimit(FailureSummary failure) {
        return failure.kind() == FailureKind.TIMEOUT;
    }

    /** The state of a cell in lower case; empty for one with a rank. */
    public static String state(CellAnalysis cell) {
        return switch (cell.state()) {
            case RANKED -> "";
            case FEW_FORKS ->
                cell.lacksMemory()
                        ? "memory not seen"
                        : "n = " + cell.numbers().map(n -> n.n()).orElse(0);
            case CONTAMINATED -> "contaminated";
            case WRONG_OUTPUT -> "wrong output";
            case NOT_RUN -> "not run";
            case FAILED, TIMED_OUT -> cell.failure().map(Wording::failure).orElse("failed");
        };
    }

    public static String outcome(ForkOutcome outcome) {
        return switch (outcome) {
            case CLEAN -> "clean";
            case CONTAMINATED -> "contaminated";
            case FAILED -> "failed";
            case TIMED_OUT -> "timed out";
            case WRONG_OUTPUT -> "wrong output";
            case SKIPPED -> "skipped";
            case NOT_RUN -> "not run";
        };
    }

    /** {@code failed (out of memory)}, {@code not run (budget)}: an outcome with its reason. */
    public static String share(ForkShare share, MatrixSpec spec) {
        String why = share.absence()
                .map(a -> absence(a, spec))
                .or(() -> share.kind()
                        .filter(k -> k != FailureKind.TIMEOUT)
                        .map(k -> k == FailureKind.HOOK ? "hook" : failure(k)))
                .orElse("");
        return outcome(share.outcome()) + (why.isEmpty() ? "" : " (" + why + ")");
    }

    /** Why forks were not made, in two words or three; empty where that is not told. */
    public static String absence(Absence absence, MatrixSpec spec) {
        return switch (absence) {
            case FAILING -> Units.counted(spec.protocol().maxFailures(), "failure", "failures") + " in a row";
            case BUDGET -> "budget";
            case FAIL_FAST -> "fail\u2011fast";
            case INTERRUPTED -> "interrupted";
            case RUN_DID_NOT_END -> "run did not end";
            case UNTOLD -> "";
        };
    }

    /** Cells by name while they are few. */
    public static String names(List<String> cells) {
        int most = 8;
        return cells.size() > most ? Units.count(cells.size()) + " cells" : list(cells);
    }

    /** The tag of a cell: capitals, because it stands where a number would be. */
    public static String tag(CellAnalysis cell) {
        return cell.state() == CellState.FEW_FORKS ? state(cell) : state(cell).toUpperCase(Locale.ROOT);
    }

    public static String verdict(Verdict verdict) {
        return switch (verdict) {
            case FASTER -> "FASTER";
            case SLOWER -> "SLOWER";
            case WITHIN -> "within \u00b15 %";
            case CANNOT_TELL -> "cannot tell";
            case TOO_FEW_FORKS -> "too few forks";
        };
    }

    /** {@code a, b and c}. */
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.get(items.size() - 1);
    }
}
