// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which findings are told: wrong output, failures, measured gains, then limits by precedence of their rules,
 * what a noisy machine showed, and remarks. Of a cell at most {@value #MOST} are told, by precedence.
 */
final class Telling {

    private static final int MOST = 3;

    /** Greater is told earlier. */
    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::rule);

    private final Map<String, Finding> leads = new HashMap<>();

    private Telling(List<Finding> byPrecedence) {
        byPrecedence.stream()
                .filter(Finding::isAllegation)
                .forEach(finding -> finding.cells().forEach(cell -> leads.merge(cell, finding, Telling::firmer)));
    }

    static List<Finding> of(List<Finding> findings) {
        List<Finding> byPrecedence = findings.stream().sorted(ORDER).toList();
        Telling telling = new Telling(byPrecedence);
        return fewOfEach(byPrecedence).stream()
                .sorted(Comparator.comparingInt(telling::rank)
                        .thenComparingDouble(finding -> -telling.gain(finding))
                        .thenComparing(ORDER))
                .toList();
    }

    /** Findings that are among the first of some cell of theirs, and those about the whole run. */
    private static List<Finding> fewOfEach(List<Finding> byPrecedence) {
        Map<String, Integer> told = new HashMap<>();
        return byPrecedence.stream()
                .filter(finding -> finding.cells().isEmpty() || isEarly(finding, told))
                .toList();
    }

    private static boolean isEarly(Finding finding, Map<String, Integer> told) {
        List<Integer> counts = finding.cells().stream()
                .map(cell -> told.merge(cell, 1, Integer::sum))
                .toList();
        return counts.stream().anyMatch(count -> count <= MOST);
    }

    private int rank(Finding finding) {
        if (!finding.isAllegation()) {
            return 5;
        }
        if (finding.rule().isCalamity()) {
            return finding.rule() == RuleId.R1 ? 0 : 1;
        }
        return finding.noisy() ? 4 : gain(finding) > 0 ? 2 : 3;
    }

    private boolean isLead(Finding finding, String cell) {
        Finding lead = leads.get(cell);
        return lead != null && lead.rule() == finding.rule();
    }

    /** What a cell of the run confirms goes before what it does not; else the first by precedence. */
    private static Finding firmer(Finding earlier, Finding later) {
        boolean overtakes = later.confidence() == Confidence.CONFIRMED
                && earlier.confidence() != Confidence.CONFIRMED
                && earlier.rule().isCause();
        return overtakes ? later : earlier;
    }

    /** What it was measured to save; nothing for one whose cell has a cause of higher precedence, which comes first. */
    private double gain(Finding finding) {
        boolean leads =
                finding.cells().isEmpty() || isLead(finding, finding.cells().get(0));
        return leads ? finding.gain().orElse(0.0) : 0;
    }
}
