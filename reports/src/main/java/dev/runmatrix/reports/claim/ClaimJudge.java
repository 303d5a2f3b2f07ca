// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.claim;

import dev.runmatrix.harness.matrix.Claim;
import dev.runmatrix.harness.matrix.ClaimLimit;
import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.PlannedClaim;
import dev.runmatrix.reports.analysis.CellAnalysis;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Judges claims case by case: every cell or pair of cells that a claim is about. */
final class ClaimJudge {

    private final ClaimSamples samples;
    private final ClaimPairs pairs;
    private final OutputClaims outputs;

    ClaimJudge(ClaimSamples samples, ClaimPairs pairs, OutputClaims outputs) {
        this.samples = samples;
        this.pairs = pairs;
        this.outputs = outputs;
    }

    List<ClaimCase> cases(PlannedClaim planned) {
        List<ClaimCase> cases = new ArrayList<>();
        planned.groups().forEach(group -> cases.addAll(cases(planned.claim(), group)));
        return cases;
    }

    private List<ClaimCase> cases(Claim claim, PlannedClaim.Group group) {
        if (claim.metric().isEmpty()) {
            return List.of(outputs.of(group.cells()));
        }
        GateMetric metric = claim.metric().get();
        ClaimLimit limit = claim.limit();
        return switch (claim.kind()) {
            case BOUND -> {
                ClaimBounds bounds = new ClaimBounds(samples, metric, limit);
                yield group.cells().stream().map(bounds::of).toList();
            }
            case RATIO, EQUALITY -> pairs(metric, limit, group);
            case GROWTH -> List.of(growth(metric, limit, group.cells()));
            case SCALING -> List.of(scaling(metric, limit, group.cells()));
        };
    }

    private List<ClaimCase> pairs(GateMetric metric, ClaimLimit limit, PlannedClaim.Group group) {
        boolean reversed = limit.unit() == ClaimLimit.Unit.TIMES_AS_FAST;
        List<ClaimCase> cases = new ArrayList<>();
        for (String cell : group.cells()) {
            for (String other : group.versus()) {
                cases.add(reversed ? pair(metric, limit, other, cell, "", 1) : pair(metric, limit, cell, other, "", 1));
            }
        }
        return cases;
    }

    private ClaimCase pair(
            GateMetric metric, ClaimLimit limit, String over, String under, String more, double divisor) {
        String words = ClaimWords.metric(metric);
        String formula = words + " of " + over + " \u00f7 " + words + " of " + under + more;
        return pairs.of(limit, metric, over, under, formula, divisor);
    }

    private ClaimCase growth(GateMetric metric, ClaimLimit limit, List<String> cells) {
        Optional<String> unknown =
                cells.stream().filter(cell -> samples.rows(cell).isEmpty()).findFirst();
        if (unknown.isPresent()) {
            String why = samples.absence(unknown.get())
                    .orElse("the rows of the input of " + unknown.get() + " are not known");
            return ClaimCase.notMeasured("", List.of(), why);
        }
        List<String> bySize = cells.stream()
                .sorted(Comparator.comparing(cell -> samples.rows(cell).orElseThrow()))
                .toList();
        String smallest = bySize.get(0);
        String largest = bySize.get(bySize.size() - 1);
        String sizes = ", of " + ClaimWords.rows(samples.rows(largest).orElseThrow()) + " against "
                + ClaimWords.rows(samples.rows(smallest).orElseThrow());
        return pair(metric, limit, largest, smallest, sizes, 1);
    }

    private ClaimCase scaling(GateMetric metric, ClaimLimit limit, List<String> cells) {
        String fewest = cells.get(0);
        String most = cells.get(cells.size() - 1);
        double added = workers(most) / workers(fewest);
        boolean efficiency = limit.unit() == ClaimLimit.Unit.SHARE;
        String more = efficiency
                        && samples.cell(most).isPresent()
                        && samples.cell(fewest).isPresent()
                ? ", \u00f7 " + ClaimWords.number(added) + " times the workers"
                : "";
        return pair(metric, limit, fewest, most, more, efficiency ? added : 1);
    }

    private double workers(String cell) {
        return samples.cell(cell)
                .map(CellAnalysis::planned)
                .map(planned -> (double) planned.requestedWorkers())
                .orElse(1.0);
    }
}
