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
    private final String recommended;
    private final Families families;
    private final Ledger ledger;
    private final List<Text> notes = new ArrayList<>();

    ScalingBuilder(Scope scope, String recommended, Ledger ledger) {
        this.scope = scope;
        this.recommended = recommended;
        this.families = Families.of(scope.run());
        this.ledger = ledger;
    }

    Scaling build() {
        List<WorkerFamily> byWorkers = first(byWorkers(), CONFIGURATIONS, "configurations by number of workers");
        List<SizesBuilder> sizes = first(bySize(), CONFIGURATIONS, "configurations by input").stream()
                .map((SizeFamily family) -> new SizesBuilder(scope, family))
                .toList();
        LedgerRows rows = new LedgerRows(scope.memory());
        return new Scaling(
                lead(),
                IntStream.range(0, byWorkers.size())
                        .mapToObj(i -> new WorkersBuilder(scope, byWorkers.get(i)).build(i < CHARTS))
                        .toList(),
                sizes.stream().flatMap(each -> each.rows().stream()).toList(),
                capacity(sizes),
                first(LedgerRows.ordered(ledger), ENTRIES, "projections").stream()
                        .map(rows::row)
                        .toList(),
                checks().stream()
                        .map(check -> rows.row(check, scope.label(check.cell())))
                        .toList(),
                notes);
    }

    /** What larger inputs would take, the recommended cell first or what is not known of it. */
    private List<Text> capacity(List<SizesBuilder> sizes) {
        List<Text> told = new ArrayList<>();
        sizes.forEach(each -> each.capacity().ifPresent(told::add));
        if (!told.isEmpty()
                && !recommended.isEmpty()
                && families.sizes().stream().noneMatch(this::isRecommended)) {
            told.add(
                    0,
                    Text.of("The recommended cell, " + recommended
                            + ", was measured on one input: what it would take on a larger one is not told. The "
                            + "answers below are about other cells."));
        }
        return told;
    }

    private boolean isRecommended(SizeFamily family) {
        return family.members().stream().anyMatch(member -> member.cell().name().equals(recommended));
    }

    private List<SizeFamily> bySize() {
        return families.sizes().stream()
                .sorted(Comparator.comparing((SizeFamily family) -> !isRecommended(family)))
                .toList();
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
