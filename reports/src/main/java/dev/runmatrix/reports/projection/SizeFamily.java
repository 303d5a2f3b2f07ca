// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.projection;

import dev.runmatrix.harness.result.DatasetFacts;
import dev.runmatrix.harness.result.ProjectedQuantity;
import dev.runmatrix.harness.statistics.GrowthKind;
import dev.runmatrix.harness.statistics.Level;
import dev.runmatrix.harness.statistics.Projected;
import dev.runmatrix.harness.statistics.SizeGrowth;
import dev.runmatrix.reports.analysis.CellAnalysis;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Cells with a rank that differ in their input alone.
 *
 * @param members at least two, by rising rows, each number of rows once
 */
public record SizeFamily(List<Member> members) {

    /** Inputs whose rows for each row of summary differ by more than this are of different kinds. */
    public static final double ALIKE = 2;

    /**
     * One of them.
     *
     * @param facts its input
     * @param cell the cell
     */
    public record Member(DatasetFacts facts, CellAnalysis cell) {

        public long rows() {
            return facts.podRows();
        }
    }

    public SizeFamily {
        members = List.copyOf(members);
    }

    static SizeFamily of(List<Member> members) {
        List<Member> sorted = members.stream()
                .sorted(Comparator.comparingLong(Member::rows)
                        .thenComparing(m -> m.facts().name()))
                .toList();
        return new SizeFamily(sorted.stream()
                .filter(m -> sorted.stream()
                        .filter(o -> o.rows() == m.rows())
                        .findFirst()
                        .filter(m::equals)
                        .isPresent())
                .toList());
    }

    /** The one with the most rows. */
    public Member largest() {
        return members.get(members.size() - 1);
    }

    /** Those of the kind of the largest one. */
    public List<Member> alike() {
        return members.stream()
                .filter(member -> isAlike(member.facts(), largest().facts()))
                .toList();
    }

    /**
     * Whether two inputs make about as many rows of summary from a row; nothing is known of one that makes none, and of
     * one of which nobody knows how many.
     */
    public static boolean isAlike(DatasetFacts one, DatasetFacts other) {
        long rows = one.outputRows().orElse(0);
        long others = other.outputRows().orElse(0);
        if (rows == 0 || others == 0) {
            return one.outputRows().equals(other.outputRows());
        }
        double ratio = (double) one.podRows() / rows * others / other.podRows();
        return ratio <= ALIKE && ratio >= 1 / ALIKE;
    }

    /** How a quantity grows towards inputs of the kind of the largest one; absent where its forks lack it. */
    public Optional<SizeGrowth> growth(ProjectedQuantity quantity) {
        return growth(quantity, largest().facts(), members);
    }

    private static Optional<SizeGrowth> growth(ProjectedQuantity quantity, DatasetFacts towards, List<Member> members) {
        List<Level> alike = levels(quantity, members, m -> isAlike(m.facts(), towards));
        List<Level> unlike = levels(quantity, members, m -> !isAlike(m.facts(), towards));
        return alike.isEmpty() ? Optional.empty() : Optional.of(SizeGrowth.of(kind(quantity), alike, unlike));
    }

    private static List<Level> levels(ProjectedQuantity quantity, List<Member> members, Predicate<Member> which) {
        return members.stream()
                .filter(which)
                .flatMap(m -> Values.level((double) m.rows(), m.cell(), quantity).stream())
                .toList();
    }

    private static GrowthKind kind(ProjectedQuantity quantity) {
        return quantity == ProjectedQuantity.PEAK_RSS ? GrowthKind.MEMORY : GrowthKind.TIME;
    }

    /** How a quantity grows as the smaller inputs show it, towards an input that may be measured. */
    Optional<SizeGrowth> growthBefore(DatasetFacts input, ProjectedQuantity quantity) {
        return growth(
                quantity,
                input,
                members.stream().filter(m -> m.rows() < input.podRows()).toList());
    }

    /** What smaller inputs say of one, which may be measured. */
    Optional<Projected> fromSmaller(DatasetFacts input, ProjectedQuantity quantity) {
        return growthBefore(input, quantity).flatMap(growth -> growth.at((double) input.podRows()));
    }
}
