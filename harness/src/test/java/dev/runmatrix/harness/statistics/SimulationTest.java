// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * How often the judge is wrong when the truth is known. Seeds are fixed, so a run either passes always or never; with
 * {@code -Drunmatrix.simulations=50} there are 50 times as many draws.
 *
 * <p>What is bounded is not the share that was drawn but the share that the draws leave possible, so that too few draws
 * fail a test as surely as a wrong judge.
 */
class SimulationTest {

    private static final int SCALE = Integer.getInteger("runmatrix.simulations", 1);
    private static final int PAIRS = 10;
    private static final double TOLERANCE = Metric.WALL.tolerance();
    private static final double REGRESSION = 1.10;
    private static final int CELLS = 24;
    private static final int MATRICES = 1_000;
    private static final double BETWEEN_RUNS = 0.03;

    private final Judge judge = Judge.ofReleases();

    /** The louder the noise, the less the tolerance holds back: 1.86 of 100 remain, as far as the law of U allows. */
    @Test
    void equalBuildsSideBySideAreCalledDifferentInAtMostTwoOfAHundredComparisons() {
        for (Sitting sitting : Sitting.values()) {
            int draws = sitting == Sitting.LOUD ? 160_000 : 10_000;
            Share different = share(draws, 1, random -> isChange(sideBySide(sitting, 1, random)));

            assertThat(different.atMost()).as("%s", sitting).isLessThanOrEqualTo(0.02);
        }
    }

    @Test
    void aTenthMoreIsFoundInNineOfTenComparisons() {
        Share found = share(6_000, 2, random -> sideBySide(Sitting.USUAL, REGRESSION, random) == Verdict.SLOWER);

        assertThat(found.atLeast()).isGreaterThanOrEqualTo(0.90);
    }

    @Test
    void aTenthMoreIsCalledNoChangeInAtMostOneOfAHundredComparisons() {
        for (Sitting sitting : Sitting.values()) {
            Share missed = share(4_000, 3, random -> sideBySide(sitting, REGRESSION, random) == Verdict.WITHIN);

            assertThat(missed.atMost()).as("%s", sitting).isLessThanOrEqualTo(0.01);
        }
    }

    @Test
    void lookingAtTheWidthInBetweenAddsNoFalseAlarms() {
        Looks looks = new Looks(6, 20, TOLERANCE / 2);
        for (Sitting sitting : Sitting.values()) {
            Share different = share(10_000, 7, random -> isChange(inLooks(looks, sitting, random)));

            assertThat(different.atMost()).as("%s", sitting).isLessThanOrEqualTo(0.02);
        }
    }

    private Verdict inLooks(Looks looks, Sitting sitting, Random random) {
        double[] factors = sitting.factors(random, 2 * looks.most());
        InterleavedPairs pairs = new InterleavedPairs(factors, 1, random);
        int pairsSeen = looks.sizes().stream()
                .filter(size -> looks.at(Arrays.copyOf(pairs.head, size)).isLast()
                        && looks.at(Arrays.copyOf(pairs.base, size)).isLast())
                .findFirst()
                .orElse(looks.most());
        return judge.judge(Arrays.copyOf(pairs.head, pairsSeen), Arrays.copyOf(pairs.base, pairsSeen), TOLERANCE)
                .verdict();
    }

    private static boolean isChange(Verdict verdict) {
        return verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
    }

    private Verdict sideBySide(Sitting sitting, double trueRatio, Random random) {
        return pairs(sitting.factors(random, 2 * PAIRS), trueRatio, random).verdict();
    }

    private Judgement pairs(double[] factors, double trueRatio, Random random) {
        InterleavedPairs pairs = new InterleavedPairs(factors, trueRatio, random);
        return judge.judge(pairs.head, pairs.base, TOLERANCE);
    }

    @Test
    void screeningAndConfirmingAMatrixIsRarelyWrongAndMissesLittle() {
        assertThat(matrix(0.03, false)).satisfies(rates -> {
            assertThat(rates.falseAlarm.atMost()).isLessThanOrEqualTo(0.02);
            assertThat(rates.found.atLeast()).isGreaterThanOrEqualTo(0.90);
        });
    }

    @Test
    void moreNoiseMakesItMissMoreButNotWrongMoreOften() {
        assertThat(matrix(0.05, false)).satisfies(rates -> {
            assertThat(rates.falseAlarm.atMost()).isLessThanOrEqualTo(0.05);
            assertThat(rates.found.atLeast()).isGreaterThanOrEqualTo(0.65);
        });
    }

    /** As above, but each cell drifts by itself, so that many are suspects for nothing. */
    @Test
    void driftThatDiffersFromCellToCellIsConfirmedAway() {
        assertThat(matrix(0.03, true)).satisfies(rates -> {
            assertThat(rates.falseAlarm.atMost()).isLessThanOrEqualTo(0.02);
            assertThat(rates.found.atLeast()).isGreaterThanOrEqualTo(0.90);
        });
    }

    /** What would be believed without the second stage, and why there is one. */
    @Test
    void theScreenAloneWouldBeWrongMostOfTheTime() {
        Share wrong = share(400, 6, random -> {
            Map<Integer, Screened> screened = new TwoRuns(random, 0.03, false, 1).screened();
            return new ScreenedMatrix<>(screened).suspects(Suspicion.SLOWER).size() > 0;
        });

        assertThat(wrong.atLeast()).isGreaterThan(0.3);
    }

    private Rates matrix(double variation, boolean cellsDriftAlone) {
        Share ofEqualBuilds = share(
                MATRICES,
                4,
                random -> !new TwoRuns(random, variation, cellsDriftAlone, 1)
                        .calledSlower()
                        .isEmpty());
        int[] wrongBeside = {0};
        Share found = share(MATRICES, 5, random -> {
            Map<Integer, Confirmed> slower = new TwoRuns(random, variation, cellsDriftAlone, REGRESSION).calledSlower();
            wrongBeside[0] += slower.keySet().stream().anyMatch(cell -> cell != 0) ? 1 : 0;
            return slower.containsKey(0);
        });
        Share besideASlowCell = new Share(wrongBeside[0], found.draws);
        boolean worse = besideASlowCell.hits > ofEqualBuilds.hits;
        return new Rates(worse ? besideASlowCell : ofEqualBuilds, found);
    }

    private record Rates(Share falseAlarm, Share found) {}

    /** A stored run, tonight's run, and the sitting that confirms; cell 0 has the true ratio, the others did not change. */
    private final class TwoRuns {

        private final Random random;
        private final double variation;
        private final boolean cellsDriftAlone;
        private final double trueRatio;

        TwoRuns(Random random, double variation, boolean cellsDriftAlone, double trueRatio) {
            this.random = random;
            this.variation = variation;
            this.cellsDriftAlone = cellsDriftAlone;
            this.trueRatio = trueRatio;
        }

        Map<Integer, Screened> screened() {
            double common = drift();
            Map<Integer, Screened> cells = new LinkedHashMap<>();
            for (int cell = 0; cell < CELLS; cell++) {
                double drift = cellsDriftAlone ? drift() : common;
                double[] tonight = Noise.times(Sitting.spread(random, PAIRS, variation), drift * ratio(cell));
                double[] stored = Sitting.spread(random, PAIRS, variation);
                cells.put(cell, judge.screen(tonight, stored, TOLERANCE, SittingSpread.ASSUMED));
            }
            return cells;
        }

        private double drift() {
            return Math.exp(BETWEEN_RUNS * Math.sqrt(2) * random.nextGaussian());
        }

        private double ratio(int cell) {
            return cell == 0 ? trueRatio : 1;
        }

        Map<Integer, Confirmed> calledSlower() {
            Map<Integer, Judgement> judged = new LinkedHashMap<>();
            for (int cell : new ScreenedMatrix<>(screened()).toConfirm()) {
                judged.put(cell, pairs(Sitting.spread(random, 2 * PAIRS, variation), ratio(cell), random));
            }
            Map<Integer, Confirmed> slower = Confirmation.of(judged);
            slower.values().removeIf(confirmed -> confirmed.verdict() != Verdict.SLOWER);
            return slower;
        }
    }

    private static Share share(int draws, long seed, Predicate<Random> drawn) {
        Random random = new Random(seed);
        int all = draws * SCALE;
        return new Share(IntStream.range(0, all).filter(i -> drawn.test(random)).count(), all);
    }

    /** How many of so many draws, and Wilson's interval of the share behind them: each end is passed by 1 of 100. */
    private record Share(double hits, double draws) {

        private static final double Z = 2.326;

        double atMost() {
            return centre() + halfWidth();
        }

        double atLeast() {
            return centre() - halfWidth();
        }

        private double centre() {
            return (hits + Z * Z / 2) / (draws + Z * Z);
        }

        private double halfWidth() {
            return Z * Math.sqrt(hits * (draws - hits) / draws + Z * Z / 4) / (draws + Z * Z);
        }
    }
}
