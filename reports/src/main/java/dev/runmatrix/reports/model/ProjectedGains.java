// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.result.Projection;
import dev.runmatrix.harness.result.ProjectionClosing;
import dev.runmatrix.harness.result.ProjectionOutcome;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.OptionResult;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.words.Units;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What was projected of the options before this run measured them, as gains over its reference. */
final class ProjectedGains implements Function<OptionResult, Optional<String>> {

    private final Optional<CellAnalysis> reference;
    private final Map<String, Ledger.Entry> closedHere = new HashMap<>();

    ProjectedGains(RunAnalysis run, Ledger ledger) {
        this.reference = run.reference().filter(CellAnalysis::isRanked);
        // Of several the last one counts: it was made of the most.
        for (Ledger.Entry entry : ledger.entries()) {
            entry.end()
                    .filter(end -> end.run().equals(run.run().id()))
                    .filter(end -> end.outcome() != ProjectionOutcome.VOID)
                    .filter(end -> entry.made().quantity() == ProjectedQuantity.WALL)
                    .ifPresent(end -> closedHere.put(end.cell(), entry));
        }
    }

    /** {@code 2.85 [2.40–3.30], inside}: times as fast; absent where nothing was projected of the cell's wall time. */
    @Override
    public Optional<String> apply(OptionResult option) {
        return Optional.ofNullable(closedHere.get(option.cell().name()))
                .flatMap(entry -> reference.flatMap(current ->
                        entry.end().map(end -> gain(current.ranked().shown().wallSeconds(), entry.made(), end))));
    }

    private static String gain(double wallSeconds, Projection made, ProjectionClosing end) {
        Interval interval = new Interval(wallSeconds / made.high(), wallSeconds / made.low(), 0);
        return Units.speedUp(wallSeconds / made.value()) + " " + Units.brackets(Units.ratioRange(interval)) + ", "
                + (end.outcome() == ProjectionOutcome.INSIDE ? "inside" : "outside");
    }
}
