// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.cli;

import dev.runmatrix.reports.claim.ClaimOutcome;
import dev.runmatrix.reports.claim.ClaimReport;
import dev.runmatrix.reports.claim.ClaimResult;
import dev.runmatrix.reports.claim.ClaimWords;
import dev.runmatrix.reports.render.MarkdownEscape;
import java.util.ArrayList;
import java.util.List;

/** What became of claims, for a comment in a review. */
final class ClaimMarkdown {

    private ClaimMarkdown() {}

    /** Nothing where there are no claims. */
    static List<String> lines(Concluded concluded) {
        List<ClaimResult> results = concluded.claims().map(ClaimReport::results).orElse(List.of());
        List<String> lines = new ArrayList<>();
        if (results.isEmpty()) {
            return lines;
        }
        String headline = concluded.claims().map(ClaimText::headline).orElse("");
        lines.addAll(List.of("", "**" + MarkdownEscape.text(headline) + "**", ""));
        lines.add("| | | Claim | Value | Limit | Measured as |");
        lines.add("|---|---|---|--:|--:|---|");
        results.forEach(result -> lines.add(row(result)));
        return lines;
    }

    private static String row(ClaimResult result) {
        ClaimWords words = new ClaimWords(result);
        String word = result.outcome().word();
        return "| " + result.id()
                + " | " + (result.outcome() == ClaimOutcome.FAIL ? "**" + word + "**" : word)
                + " | " + MarkdownEscape.text(result.claim().name())
                + " | " + (words.value() + " " + words.interval()).strip()
                + " | " + words.limit()
                + " | " + MarkdownEscape.text(words.measured()) + " |";
    }
}
