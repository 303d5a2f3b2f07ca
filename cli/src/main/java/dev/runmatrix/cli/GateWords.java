// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.gate.GateOutcome;
import dev.runmatrix.reports.gate.GateReport;
import dev.runmatrix.reports.gate.GateResult;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What a gate says in words, the same for a terminal and for a comment. */
final class GateWords {

    private GateWords() {}

    /** {@code gate: 38 of 40 rules kept, 1 accepted, 1 inconclusive}; a rule counts once for each of its cells. */
    static String headline(GateReport report) {
        int all = report.results().size();
        String others = Arrays.stream(GateOutcome.values())
                .filter(outcome -> outcome != GateOutcome.PASS && report.has(outcome))
                .map(outcome -> ", " + report.count(outcome) + " " + counted(outcome))
                .collect(Collectors.joining());
        return "gate: " + report.count(GateOutcome.PASS) + " of " + all + (all == 1 ? " rule" : " rules") + " kept"
                + others;
    }

    private static String counted(GateOutcome outcome) {
        return switch (outcome) {
            case PASS -> "kept";
            case FAIL -> "failed";
            case ACCEPTED -> "accepted";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_MEASURED -> "not measured";
        };
    }

    /** The word for what one rule came to in one cell. */
    static String word(GateOutcome outcome) {
        return switch (outcome) {
            case PASS -> "kept";
            case FAIL -> "FAIL";
            case ACCEPTED -> "accepted";
            case INCONCLUSIVE -> "inconclusive";
            case NOT_MEASURED -> "not measured";
        };
    }

    /** The results that are not plainly kept, the gravest first, and within that in the order of the file. */
    static List<GateResult> notKept(GateReport report) {
        return report.results().stream()
                .filter(result -> result.outcome() != GateOutcome.PASS)
                .sorted(Comparator.comparing(GateResult::outcome))
                .toList();
    }
}
