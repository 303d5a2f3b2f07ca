// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SizeGrowthTest {

    private static final int DRAWS = 100 * Integer.getInteger("runmatrix.simulations", 1);

    @Test
    void growthIsToldInAWord() {
        assertThat(word(rows -> 5)).isEqualTo(GrowthWord.CONSTANT);
        assertThat(word(rows -> 0.01 + rows)).isEqualTo(GrowthWord.LINEAR);
        assertThat(word(rows -> 2 + rows)).isEqualTo(GrowthWord.SUBLINEAR);
        assertThat(word(rows -> rows * rows)).isEqualTo(GrowthWord.WORSE);
        assertThat(Elasticity.between(level(1, 1, 2, 4), level(2, 1, 2, 4)).word())
                .isEqualTo(GrowthWord.CANNOT_TELL);
    }

    private static GrowthWord word(DoubleUnaryOperator truth) {
        List<Level> levels = measured(truth, 0.01, new Random(1), 1, 2, 4);
        return SizeGrowth.of(GrowthKind.TIME, levels, List.of())
                .elasticity()
                .orElseThrow()
                .word();
    }

    @Test
    void timeGrowsBetweenTheStraightLineFromTheSmallestAndInProportion() {
        SizeGrowth growth =
                SizeGrowth.of(GrowthKind.TIME, List.of(level(4, 5, 5, 5, 5)), List.of(level(1, 2, 2, 2, 2)));

        Projected doubled = growth.at(8).orElseThrow();

        assertThat(doubled.value()).isCloseTo(Math.sqrt(9 * 10), within(1e-9));
        assertThat(doubled.interval().low()).isLessThan(9);
        assertThat(doubled.interval().high()).isGreaterThan(10);
        assertThat(doubled.interval().high()).isLessThan(11.5);
    }

    @Test
    void memoryOfWhichOneSizeOfAKindIsKnownMayStay() {
        SizeGrowth growth =
                SizeGrowth.of(GrowthKind.MEMORY, List.of(level(4, 5, 5, 5, 5)), List.of(level(1, 4, 4, 4, 4)));

        assertThat(growth.at(8).orElseThrow().interval().low()).isLessThan(5);
        assertThat(growth.at(8).orElseThrow().interval().high()).isGreaterThan(5 + 4.0 / 3);
    }

    @Test
    void nothingIsSaidOfMoreThanTenTimesTheLargest() {
        SizeGrowth growth = SizeGrowth.of(GrowthKind.TIME, measured(rows -> rows, 0, new Random(1), 1, 2), List.of());

        assertThat(growth.at(20)).isPresent();
        assertThat(growth.at(20.1)).isEmpty();
        assertThat(growth.at(2)).isEmpty();
    }

    @Test
    void oneSizeAloneSaysNothing() {
        SizeGrowth growth = SizeGrowth.of(GrowthKind.TIME, List.of(level(4, 5, 5)), List.of(level(8, 2, 2)));

        assertThat(growth.elasticity()).isEmpty();
        assertThat(growth.at(8)).isEmpty();
        assertThat(growth.within(100)).isEmpty();
    }

    /** Fewer rows, but more rows of summary: such an input says nothing of one with more rows. */
    @Test
    void aSmallerInputOfAnotherKindThatCostsMoreSaysNothing() {
        List<Level> largest = List.of(level(4, 5, 5, 5, 5));

        for (GrowthKind kind : GrowthKind.values()) {
            assertThat(SizeGrowth.of(kind, largest, List.of(level(1, 6, 6, 6, 6)))
                            .band(8))
                    .isEmpty();
            assertThat(SizeGrowth.of(kind, largest, List.of(level(1, 4, 4, 4, 4)))
                            .band(8))
                    .isPresent();
        }
    }

    @Test
    void capacityIsWhatBothEndsKeep() {
        SizeGrowth growth =
                SizeGrowth.of(GrowthKind.TIME, measured(rows -> 1 + rows, 0, new Random(1), 1, 2, 4), List.of());

        SizeGrowth.Capacity rows = growth.within(12).orElseThrow();

        assertThat(rows.surely()).isBetween(8.0, 11.0);
        assertThat(rows.perhaps()).isBetween(11.0, 13.0);
        assertThat(growth.within(4.9)).isEmpty();
        assertThat(growth.within(1000)).contains(new SizeGrowth.Capacity(40, 40));
    }

    @Test
    void nineOfTenLaterMeasurementsOfTwiceTheRowsLieInside() {
        List<DoubleUnaryOperator> times = List.of(
                rows -> rows,
                rows -> 0.3 + rows,
                rows -> 1 + rows,
                rows -> rows * Math.log(4 + rows),
                rows -> Math.pow(rows, 1.5));
        List<DoubleUnaryOperator> sizes = List.of(
                rows -> 5,
                rows -> 0.2 + rows,
                rows -> 3 + rows,
                rows -> 1 + Math.sqrt(rows),
                rows -> Math.pow(rows, 1.2));
        Random random = new Random(5);
        for (double variation : new double[] {0.01, 0.03, 0.05}) {
            inside(GrowthKind.TIME, times, variation, random);
            inside(GrowthKind.MEMORY, sizes, variation, random);
        }
    }

    private static void inside(GrowthKind kind, List<DoubleUnaryOperator> truths, double variation, Random random) {
        int made = 0;
        int inside = 0;
        List<String> told = new ArrayList<>();
        for (DoubleUnaryOperator truth : truths) {
            int of = 0;
            int in = 0;
            double widest = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                List<Level> levels = measured(truth, variation, random, 1, 2, 4);
                double later = measured(truth, variation, random, 8).get(0).median();
                SizeGrowth growth = SizeGrowth.of(kind, levels, List.of());
                if (growth.at(8).isPresent()) {
                    Projected projected = growth.at(8).get();
                    of++;
                    in += projected.interval().contains(later) ? 1 : 0;
                    widest = Math.max(widest, projected.spread());
                }
            }
            told.add(in + " of " + of + " spread " + widest);
            made += of;
            inside += in;
        }
        assertThat((double) inside / made)
                .as("%s at %s: %s", kind, variation, told)
                .isGreaterThanOrEqualTo(0.90);
    }

    private static List<Level> measured(DoubleUnaryOperator truth, double variation, Random random, int... sizes) {
        List<Level> levels = new ArrayList<>();
        for (int rows : sizes) {
            levels.add(new Level(
                    rows,
                    DoubleStream.generate(() -> truth.applyAsDouble(rows) * Math.exp(variation * random.nextGaussian()))
                            .limit(5)
                            .boxed()
                            .toList()));
        }
        return levels;
    }

    private static Level level(double at, double... forks) {
        return new Level(at, DoubleStream.of(forks).boxed().toList());
    }
}
