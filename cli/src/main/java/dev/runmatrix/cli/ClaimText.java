// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.claim.ClaimOutcome;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.claim.ClaimWords;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of claims, for a terminal and for build servers. */
final class ClaimText {

    private static final int WIDTH = 80;

    private ClaimText() {}

    /** A headline, and a sentence for each claim in the order of the file; no line is longer than 80 characters. */
    static List<String> lines(ClaimReport report) {
        List<String> lines = new ArrayList<>(TextTable.wrap(headline(report), WIDTH));
        report.results().forEach(result -> lines.addAll(TextTable.wrap("  " + line(result), WIDTH)));
        return lines;
    }

    /** {@code claims: 5 of 8 hold, 2 fail, 1 cannot tell}. */
    static String headline(ClaimReport report) {
        String others = Stream.of(ClaimOutcome.FAIL, ClaimOutcome.CANNOT_TELL, ClaimOutcome.NOT_MEASURED)
                .filter(outcome -> report.count(outcome) > 0)
                .map(outcome -> ", " + report.count(outcome) + " " + outcome.word())
                .collect(Collectors.joining());
        return "claims: " + report.count(ClaimOutcome.PASS) + " of "
                + report.results().size() + " PASS" + others;
    }

    private static String line(ClaimResult result) {
        return result.outcome().word() + "  " + result.id() + " "
                + result.claim().name() + (result.claim().gate() ? " (gate)" : "") + ": " + sentence(result);
    }

    /** Value, limit, evidence and reason, with ordinary spaces. */
    static String sentence(ClaimResult result) {
        return new ClaimWords(result).sentence().replace(Units.SPACE, " ");
    }
}
