// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.Gate;
import dev.runmatrix.harness.matrix.GateRule;
import java.util.ArrayList;
import java.util.List;

/** How a report of a gate is made. */
final class Gating {

    private final GatedRun run;
    private final Increases increases;
    private final Bounds bounds;
    private final Acceptances acceptances;

    Gating(GatedRun run, Increases increases, Bounds bounds, Acceptances acceptances) {
        this.run = run;
        this.increases = increases;
        this.bounds = bounds;
        this.acceptances = acceptances;
    }

    GateReport report(Gate gate) {
        List<GateResult> results = new ArrayList<>();
        List<String> notices = new ArrayList<>();
        for (GateRule rule : gate.rules()) {
            List<GatedCell> cells = run.named(rule);
            if (cells.isEmpty()) {
                notices.add("The rule '" + rule.words() + "' for cells '"
                        + rule.cells().argument() + "' names no cell of this run.");
            }
            results.addAll(results(rule, cells));
        }
        notices.addAll(acceptances.notices(results));
        return new GateReport(results, notices);
    }

    private List<GateResult> results(GateRule rule, List<GatedCell> cells) {
        List<Judged> judged =
                rule.bound() == GateRule.Bound.MAX_INCREASE ? increases.of(rule, cells) : bounds.of(rule, cells);
        List<GateResult> results = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            results.add(acceptances.weigh(rule, cells.get(i), judged.get(i)));
        }
        return results;
    }
}
