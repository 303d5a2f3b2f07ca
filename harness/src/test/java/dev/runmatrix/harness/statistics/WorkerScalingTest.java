// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class WorkerScalingTest {

    private static final int SCALE = Integer.getInteger("runmatrix.simulations", 1);
    private static final int DRAWS = 60;

    @Test
    void theCurveOfExactTimesIsFoundAgain() {
        WorkerCurve truth = new WorkerCurve(2, 20, 0.3);

        WorkerCurve found =
                WorkerScaling.of(exact(truth, 1, 2, 4, 8), 8).curve().orElseThrow();

        assertThat(found.fixed()).isCloseTo(2, within(1e-6));
        assertThat(found.shared()).isCloseTo(20, within(1e-6));
        assertThat(found.added()).isCloseTo(0.3, within(1e-6));
        assertThat(found.knee()).isCloseTo(Math.sqrt(20 / 0.3), within(1e-6));
    }

    @Test
    void noPartOfACurveIsNegative() {
        List<Level> betterThanPerfect = List.of(level(1, 10, 10, 10), level(2, 4, 4, 4), level(4, 1.5, 1.5, 1.5));

        WorkerCurve found = WorkerScaling.of(betterThanPerfect, 8).curve().orElseThrow();

        assertThat(found.fixed()).isZero();
        assertThat(found.added()).isZero();
    }

    @Test
    void twoNumbersOfWorkersGiveBoundsAndNoModel() {
        WorkerScaling two = WorkerScaling.of(List.of(level(1, 10, 10.2, 9.9), level(2, 6, 6.1, 5.9)), 4);

        assertThat(two.curve()).isEmpty();
        assertThat(two.at(4)).isEmpty();
        assertThat(two.bounds(4)).contains(new Interval(3, 6, 1));
    }

    @Test
    void moreWorkersThanCoresAreNeitherFittedNorProjected() {
        WorkerCurve truth = new WorkerCurve(2, 20, 0);
        WorkerScaling scaling = WorkerScaling.of(exact(truth, 1, 2, 3, 8), 4);

        assertThat(scaling.levels()).extracting(Level::at).containsExactly(1.0, 2.0, 3.0);
        assertThat(scaling.furthest()).isEqualTo(4);
        assertThat(scaling.at(4)).isPresent();
        assertThat(scaling.at(5)).isEmpty();
    }

    @Test
    void moreThanOneDoublingIsNotProjected() {
        WorkerScaling scaling = WorkerScaling.of(exact(new WorkerCurve(2, 20, 0), 1, 2, 4), 64);

        assertThat(scaling.at(8)).isPresent();
        assertThat(scaling.at(9)).isEmpty();
        assertThat(scaling.at(4)).isEmpty();
    }

    @Test
    void whatNoModelFitsIsNotProjected() {
        WorkerScaling zigzag = WorkerScaling.of(
                List.of(level(1, 10, 10.1, 9.9), level(2, 3, 3.02, 2.98), level(3, 8, 8.1, 7.9), level(4, 2, 2.1, 1.9)),
                16);

        assertThat(zigzag.fits()).isFalse();
        assertThat(zigzag.at(8)).isEmpty();
        assertThat(zigzag.curveAt(2)).isEmpty();
        assertThat(zigzag.largestMiss().orElseThrow()).isGreaterThan(0.2);
    }

    @Test
    void aKneeIsToldWhereItLiesWithinTheMeasuredNumbers() {
        WorkerCurve bent = new WorkerCurve(1, 18, 2);
        WorkerCurve straight = new WorkerCurve(1, 18, 0.01);

        assertThat(WorkerScaling.of(noisy(bent, new Random(1), 1, 2, 4, 8), 8).knee())
                .hasValueSatisfying(knee -> assertThat(knee.contains(3)).isTrue());
        assertThat(WorkerScaling.of(noisy(straight, new Random(1), 1, 2, 4, 8), 8)
                        .knee())
                .isEmpty();
    }

    @Test
    void efficiencyIsTheShareOfPerfectScaling() {
        WorkerScaling scaling = WorkerScaling.of(List.of(level(1, 10, 10, 10), level(4, 5, 5, 5)), 4);

        assertThat(scaling.efficiency(scaling.levels().get(1)).estimate()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theSameForksGiveTheSameProjection() {
        List<Level> levels = noisy(new WorkerCurve(2, 20, 0.1), new Random(3), 1, 2, 4);

        assertThat(WorkerScaling.of(levels, 8).at(8))
                .isEqualTo(WorkerScaling.of(levels, 8).at(8));
    }

    /** What is measured later is the median of as many forks, on a day that is another one. */
    @Test
    void nineOfTenLaterMeasurementsLieInsideAndOneDoublingSpansAtMostOnePointEight() {
        List<WorkerCurve> truths = List.of(
                new WorkerCurve(0.5, 30, 0),
                new WorkerCurve(3, 27, 0),
                new WorkerCurve(9, 21, 0),
                new WorkerCurve(0.5, 30, 0.05),
                new WorkerCurve(3, 27, 0.3),
                new WorkerCurve(6, 24, 0.8));
        for (double variation : new double[] {0.02, 0.03, 0.05}) {
            for (double drift : new double[] {0, 0.03}) {
                Tally tally = new Tally();
                Random random = new Random(11);
                for (WorkerCurve truth : truths) {
                    for (int draw = 0; draw < DRAWS * SCALE; draw++) {
                        tally.add(truth, variation, drift, random);
                    }
                }
                assertThat(tally.insideShare())
                        .as(variation + " " + drift + ": " + tally)
                        .isGreaterThanOrEqualTo(0.90);
            }
        }
    }

    private static final class Tally {
        private int made;
        private int refused;
        private int inside;
        private final List<Double> spreads = new ArrayList<>();

        void add(WorkerCurve truth, double variation, double drift, Random random) {
            boolean four = random.nextBoolean();
            int[] numbers = four ? new int[] {1, 2, 4, 8} : new int[] {1, 2, 4};
            int due = four ? 16 : 8;
            List<Level> levels = numbers(truth, variation, random, numbers);
            double later = Math.exp(drift * random.nextGaussian());
            double measured =
                    later * numbers(truth, variation, random, due).get(0).median();
            WorkerScaling scaling = WorkerScaling.of(levels, 64);
            if (scaling.at(due).isEmpty()) {
                refused++;
                return;
            }
            Projected projected = scaling.at(due).orElseThrow();
            made++;
            inside += projected.interval().contains(measured) ? 1 : 0;
            spreads.add(projected.spread());
        }

        double insideShare() {
            return (double) inside / made;
        }

        @Override
        public String toString() {
            double[] sorted = spreads.stream().mapToDouble(d -> d).sorted().toArray();
            return inside + " of " + made + " inside, " + refused + " refused, spread median "
                    + sorted[sorted.length / 2] + " 95% " + sorted[sorted.length * 19 / 20] + " most "
                    + sorted[sorted.length - 1];
        }
    }

    private static List<Level> numbers(WorkerCurve truth, double variation, Random random, int... workers) {
        List<Level> levels = new ArrayList<>();
        for (int n : workers) {
            levels.add(new Level(
                    n,
                    DoubleStream.generate(() -> truth.at(n) * Math.exp(variation * random.nextGaussian()))
                            .limit(5)
                            .boxed()
                            .toList()));
        }
        return levels;
    }

    private static List<Level> noisy(WorkerCurve truth, Random random, int... workers) {
        return numbers(truth, 0.02, random, workers);
    }

    private static List<Level> exact(WorkerCurve truth, int... workers) {
        return numbers(truth, 0, new Random(1), workers);
    }

    private static Level level(double at, double... forks) {
        return new Level(at, DoubleStream.of(forks).boxed().toList());
    }
}
