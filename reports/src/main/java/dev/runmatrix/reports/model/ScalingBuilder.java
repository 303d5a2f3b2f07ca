// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.reports.projection.Families;
import dev.runmatrix.reports.projection.Ledger;
import dev.runmatrix.reports.projection.ModelCheck;
import dev.runmatrix.reports.projection.SizeFamily;
import dev.runmatrix.reports.projection.WorkerFamily;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Writes up projections: those of the run, and the ledger. */
final class ScalingBuilder {

    private static final int CHARTS = 4;
    private static final int CONFIGURATIONS = 8;
    private static final int ENTRIES = 24;

    private final Scope scope;
    private final Families families;
    private final Ledger ledger;
    private final List<Text> notes = new ArrayList<>();

    ScalingBuilder(Scope scope, Ledger ledger) {
        this.scope = scope;
        this.families = Families.of(scope.run());
        this.ledger = ledger;
    }

    Scaling build() {
        List<WorkerFamily> byWorkers = first(byWorkers(), CONFIGURATIONS, "configurations by number of workers");
        List<SizesBuilder> bySize = first(families.sizes(), CONFIGURATIONS, "configurations by input").stream()
                .map((SizeFamily family) -> new SizesBuilder(scope, family))
                .toList();
        LedgerRows rows = new LedgerRows(scope.memory());
        Scaling scaling = new Scaling(
                lead(),
                IntStream.range(0, byWorkers.size())
                        .mapToObj(i -> new WorkersBuilder(scope, byWorkers.get(i)).build(i < CHARTS))
                        .toList(),
                bySize.stream().flatMap(sizes -> sizes.rows().stream()).toList(),
                bySize.stream().flatMap(sizes -> sizes.capacity().stream()).toList(),
                first(LedgerRows.ordered(ledger), ENTRIES, "projections").stream()
                        .map(rows::row)
                        .toList(),
                checks().stream()
                        .map(check -> rows.row(check, scope.label(check.cell())))
                        .toList(),
                notes);
        return scaling;
    }

    /** Those with most numbers of workers first. */
    private List<WorkerFamily> byWorkers() {
        return families.workers().stream()
                .sorted(Comparator.comparingInt((WorkerFamily f) -> -f.used().size()))
                .toList();
    }

    private <T> List<T> first(List<T> all, int most, String what) {
        if (all.size() > most) {
            notes.add(Text.of(Units.count(all.size() - most) + " further " + what + " are left out here."));
        }
        return all.subList(0, Math.min(most, all.size()));
    }

    /** One more than told is looked for; how many more there are would take a fit of every family. */
    private List<ModelCheck> checks() {
        List<ModelCheck> checks = ModelCheck.of(families).limit(ENTRIES + 1L).toList();
        if (checks.size() > ENTRIES) {
            notes.add(Text.of("Further checks of models are left out here."));
        }
        return checks.subList(0, Math.min(ENTRIES, checks.size()));
    }

    private Text lead() {
        if (families.workers().isEmpty()
                && families.sizes().isEmpty()
                && ledger.entries().isEmpty()) {
            return scope.run().cells().isEmpty()
                    ? Text.empty()
                    : Text.of(
                            "Nothing is projected: no two cells with a rank differ in their number of workers alone, or in"
                                    + " their input alone.");
        }
        return Text.of(LedgerRows.brief(ledger) + " In brackets: where 9 of 10 later sittings should lie.");
    }
}
