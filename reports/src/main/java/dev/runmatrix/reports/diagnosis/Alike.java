// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import dev.runmatrix.reports.words.Wording;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts findings of a rule together that say the same of one cell each, so that it is said once. */
final class Alike {

    private Alike() {}

    /**
     * One finding for each confidence: that of the reference cell, else of the cell where most is gained, names the others.
     *
     * @param findings of one rule, each about one cell
     */
    static List<Finding> together(RunFacts run, List<Finding> findings) {
        Set<String> references = run.cells().stream()
                .filter(cell -> cell.cell().planned().reference())
                .map(CellFacts::name)
                .collect(Collectors.toSet());
        Comparator<Finding> order = Comparator.comparing((Finding finding) ->
                        !references.contains(finding.cells().get(0)))
                .thenComparingDouble(finding -> -finding.gain().orElse(0.0));
        Map<Confidence, List<Finding>> groups = findings.stream()
                .sorted(order)
                .collect(Collectors.groupingBy(Finding::confidence, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(Alike::first).toList();
    }

    private static Finding first(List<Finding> group) {
        Finding main = group.get(0);
        if (group.size() == 1) {
            return main;
        }
        List<String> all =
                group.stream().flatMap(finding -> finding.cells().stream()).toList();
        List<String> others =
                all.subList(main.cells().size(), all.size()).stream().sorted().toList();
        String same = " The same holds for " + Wording.names(others) + ".";
        return new Finding(
                main.rule(),
                all,
                main.confidence(),
                main.title(),
                main.seen(),
                main.cause(),
                main.fix(),
                main.confirmedBy(),
                main.evidence() + same,
                main.refutedBy(),
                main.measures(),
                main.gain(),
                main.noisy());
    }
}
