// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one cause explains of another's evidence in the same cell: there it says nothing of a cause of its own. */
final class Explained {

    /** By waiting for processors: idle workers, too many of them, the tail of the last, and every comparison of times. */
    private static final Set<RuleId> BY_WAITING =
            EnumSet.of(RuleId.P2, RuleId.P3, RuleId.P4, RuleId.P5, RuleId.B1, RuleId.T1, RuleId.D1);

    /** By threads that stand still while something else works, as in a collection or a read. */
    private static final Set<RuleId> BY_STANDING_STILL =
            EnumSet.of(RuleId.P1, RuleId.P2, RuleId.P4, RuleId.P5, RuleId.B1);

    private static final Map<RuleId, Set<RuleId>> BY = new EnumMap<>(Map.of(
            RuleId.N1, BY_WAITING,
            RuleId.N2, EnumSet.of(RuleId.P4, RuleId.P5, RuleId.T1, RuleId.D1),
            RuleId.N3, and(BY_WAITING, RuleId.P1),
            RuleId.R2, EnumSet.of(RuleId.M1),
            RuleId.M1, and(BY_STANDING_STILL, RuleId.G1),
            RuleId.M2, BY_STANDING_STILL,
            RuleId.G1, BY_STANDING_STILL,
            RuleId.I1, BY_STANDING_STILL,
            RuleId.S1, and(BY_STANDING_STILL, RuleId.K1, RuleId.K2)));

    private Explained() {}

    private static Set<RuleId> and(Set<RuleId> some, RuleId... more) {
        Set<RuleId> all = EnumSet.copyOf(some);
        all.addAll(List.of(more));
        return all;
    }

    /** Findings but those whose main cell has another that explains them; those about a whole run stay. */
    static List<Finding> without(List<Finding> findings) {
        Map<String, Set<RuleId>> explained = new HashMap<>();
        for (Finding finding : findings) {
            Set<RuleId> by = BY.getOrDefault(finding.rule(), Set.of());
            finding.cells()
                    .forEach(cell -> explained
                            .computeIfAbsent(cell, k -> EnumSet.noneOf(RuleId.class))
                            .addAll(by));
        }
        return findings.stream()
                .filter(finding -> !isExplained(finding, explained))
                .toList();
    }

    private static boolean isExplained(Finding finding, Map<String, Set<RuleId>> explained) {
        return !finding.cells().isEmpty()
                && explained.getOrDefault(finding.cells().get(0), Set.of()).contains(finding.rule());
    }
}
