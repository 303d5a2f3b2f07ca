// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.Elasticity;
import dev.runmatrix.harness.statistics.Level;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.harness.statistics.SizeGrowth;
import dev.runmatrix.reports.projection.SizeFamily;
import dev.runmatrix.reports.words.CellLabels;
import dev.runmatrix.reports.words.Text;
import dev.runmatrix.reports.words.Units;
import dev.runmatrix.reports.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes up one configuration by its input. */
final class SizesBuilder {

    /** An input that people ask about. */
    private static final double LARGE = 50e6;

    private final Scope scope;
    private final ScalingWords words;
    private final SizeFamily family;

    SizesBuilder(Scope scope, SizeFamily family) {
        this.scope = scope;
        this.words = new ScalingWords(scope.memory());
        this.family = family;
    }

    private List<String> cells() {
        return family.members().stream().map(member -> member.cell().name()).toList();
    }

    private String name() {
        return scope.labels().onItsInput(family.largest().cell());
    }

    List<Scaling.GrowthRow> rows() {
        List<Scaling.GrowthRow> rows = new ArrayList<>();
        for (ProjectedQuantity quantity : ProjectedQuantity.values()) {
            family.growth(quantity)
                    .flatMap(growth -> growth.elasticity().map(e -> row(quantity, growth, e)))
                    .ifPresent(rows::add);
        }
        return rows;
    }

    private Scaling.GrowthRow row(ProjectedQuantity quantity, SizeGrowth growth, Elasticity elasticity) {
        Level first = growth.alike().get(0);
        Level last = growth.largest();
        return new Scaling.GrowthRow(
                name(),
                ScalingWords.quantity(quantity),
                family.alike().get(0).cell().name() + ", "
                        + family.largest().cell().name(),
                Units.range(ScalingWords.rows(first.at()), ScalingWords.rows(last.at())),
                Units.range(words.number(quantity, first.median()), words.withUnit(quantity, last.median())),
                ScalingWords.withInterval(elasticity.estimate(), elasticity.interval()),
                ScalingWords.growth(elasticity.word()));
    }

    /** What a large input would take, and how large one may be; empty where nothing can be said. */
    Optional<Text> capacity() {
        List<String> said = new ArrayList<>();
        takes().ifPresent(said::add);
        scope.budget()
                .rssBytes()
                .flatMap(limit ->
                        keeps(ProjectedQuantity.PEAK_RSS, limit, scope.memory().limit(limit)))
                .ifPresent(said::add);
        scope.budget()
                .wall()
                .flatMap(limit -> keeps(ProjectedQuantity.WALL, limit.toNanos() / 1e9, Units.limit(limit)))
                .ifPresent(said::add);
        return said.isEmpty()
                ? Optional.empty()
                : Optional.of(Text.empty()
                        .strong(name())
                        .plain(" (" + Wording.names(cells()) + "): " + String.join(" ", said)));
    }

    private Optional<String> takes() {
        double largest = family.largest().rows();
        double rows = LARGE > largest && LARGE <= SizeGrowth.REACH * largest ? LARGE : SizeGrowth.REACH * largest;
        List<String> parts = new ArrayList<>();
        for (ProjectedQuantity quantity : ProjectedQuantity.values()) {
            family.growth(quantity)
                    .flatMap(growth -> growth.band(rows))
                    .ifPresent(p -> parts.add(ScalingWords.quantity(quantity) + " " + told(quantity, p)));
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(ScalingWords.rows(rows) + " rows like " + name(family.largest()) + " would take "
                        + String.join(", ", parts) + ".");
    }

    private static String name(SizeFamily.Member member) {
        return CellLabels.compact(member.facts().name());
    }

    private String told(ProjectedQuantity quantity, Projected p) {
        return words.withInterval(
                quantity, p.value(), p.interval().low(), p.interval().high());
    }

    private Optional<String> keeps(ProjectedQuantity quantity, double limit, String limitWords) {
        return family.growth(quantity)
                .flatMap(growth -> growth.within(limit).map(c -> {
                    double reach = SizeGrowth.REACH * growth.largest().at();
                    String most = c.surely() >= reach
                            ? ": ten times the largest input measured, and as far as this goes."
                            : c.perhaps() >= reach ? "." : ", and at most " + ScalingWords.rows(c.perhaps()) + ".";
                    return limitWords + " hold at least " + ScalingWords.rows(c.surely()) + " rows" + most;
                }));
    }
}
