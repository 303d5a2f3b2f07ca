// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class JudgeTest {

    private static final double[] BASE = {10.0, 10.2, 9.9, 10.1, 9.8, 10.3, 10.05, 9.95};

    private final Judge judge = new Judge();

    @Test
    void aCertainAndLargeDifferenceIsNamed() {
        assertThat(verdict(Noise.times(BASE, 1.2))).isEqualTo(Verdict.SLOWER);
        assertThat(verdict(Noise.times(BASE, 1 / 1.2))).isEqualTo(Verdict.FASTER);
    }

    @Test
    void aCertainButSmallDifferenceIsNotWorthAWord() {
        double[] steady = {100, 100.1, 100.2, 100.3, 100.4, 100.5, 100.6, 100.7};
        Judgement judgement = judge.judge(Noise.times(steady, 1.01), steady, 0.05);

        assertThat(judgement.evidence().pSlower()).isLessThan(0.001);
        assertThat(judgement.verdict()).isEqualTo(Verdict.WITHIN);
    }

    @Test
    void aLargeButUncertainDifferenceCannotBeTold() {
        double[] wild = {5, 20, 8, 15, 30, 12, 9, 25};
        Judgement judgement = judge.judge(wild, BASE, 0.05);

        assertThat(judgement.evidence().ratio().estimate()).isGreaterThan(1.3);
        assertThat(judgement.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judgement.evidence().sensitivity().smallestChange().orElseThrow())
                .isGreaterThan(0.3);
        assertThat(judgement.evidence().sensitivity().forksNeeded().orElseThrow())
                .isGreaterThan(100);
    }

    @Test
    void fiveForksAreTooFewHoweverClearTheyLook() {
        double[] five = {20, 21, 20.5, 20.2, 20.1};

        assertThat(verdict(five)).isEqualTo(Verdict.TOO_FEW_FORKS);
        assertThat(judge.judge(BASE, five, 0.05).verdict()).isEqualTo(Verdict.TOO_FEW_FORKS);
        assertThat(judge.judge(new double[] {20}, BASE, 0.05).evidence().ratio().estimate())
                .isCloseTo(2, within(0.02));
    }

    @Test
    void sizeAndCertaintyAreMeasuredAgainstTheToleranceAsked() {
        double[] slower = Noise.times(BASE, 1.08);

        assertThat(judge.judge(slower, BASE, 0.05).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judge.judge(slower, BASE, 0.15).verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(judge.judge(Metric.WALL, slower, BASE).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judge.judge(Metric.PEAK_RSS, slower, BASE).verdict()).isNotEqualTo(Verdict.SLOWER);
        assertThatThrownBy(() -> judge.judge(slower, BASE, -0.1)).hasMessageContaining("-0.1");
    }

    @Test
    void onlyWhatIsBeyondTheToleranceAsAWholeIsClear() {
        assertThat(judge.judge(Noise.times(BASE, 1.2), BASE, 0.05).isClear()).isTrue();
        assertThat(judge.judge(Noise.times(BASE, 1 / 1.2), BASE, 0.05).isClear())
                .isTrue();
        assertThat(judge.judge(Noise.times(BASE, 1.06), BASE, 0.05).verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(judge.judge(Noise.times(BASE, 1.06), BASE, 0.05).isClear()).isFalse();
        assertThat(judge.judge(Noise.times(BASE, 1 / 1.06), BASE, 0.05).verdict())
                .isEqualTo(Verdict.FASTER);
        assertThat(judge.judge(Noise.times(BASE, 1 / 1.06), BASE, 0.05).isClear())
                .isFalse();
        assertThat(judge.judge(BASE, BASE, 0.05).isClear()).isFalse();
    }

    @Test
    void equalValuesAreWithinTheToleranceAndTheirSpreadIsNotMadeUp() {
        double[] ticks = {1.5, 1.5, 1.5, 1.5, 1.5, 1.5};
        Judgement judgement = judge.judge(ticks, ticks, 0.05);

        assertThat(judgement.verdict()).isEqualTo(Verdict.WITHIN);
        assertThat(judgement.evidence().sensitivity().smallestChange()).isEmpty();
        assertThat(judgement.evidence().sensitivity().forksNeeded()).hasValue(Verdict.LEAST_FORKS);
    }

    @Test
    void neitherTheUnitNorTheOrderOfTheForksMatters() {
        Noise noise = new Noise(5);
        for (int i = 0; i < 200; i++) {
            double[] candidate = noise.forks(6 + i % 5, 1 + i % 3 * 0.06, 0.04);
            double[] base = noise.forks(6 + i % 4, 1, 0.04);
            Judgement judgement = judge.judge(candidate, base, 0.05);
            double unit = 1e9;
            Judgement other = judge.judge(
                    noise.shuffled(Noise.times(candidate, unit)), noise.shuffled(Noise.times(base, unit)), 0.05);

            assertThat(other.verdict()).isEqualTo(judgement.verdict());
            assertThat(other.evidence().pSlower())
                    .isEqualTo(judgement.evidence().pSlower());
            assertThat(other.evidence().ratio().estimate())
                    .isCloseTo(judgement.evidence().ratio().estimate(), within(1e-9));
        }
    }

    @Test
    void exchangingTheSamplesExchangesTheWords() {
        Noise noise = new Noise(6);
        for (int i = 0; i < 200; i++) {
            double[] candidate = noise.forks(8, 1 + i % 3 * 0.06, 0.04);
            double[] base = noise.forks(10, 1, 0.04);
            Evidence there = judge.judge(candidate, base, 0.05).evidence();
            Judgement back = judge.judge(base, candidate, 0.05);

            assertThat(back.evidence().pFaster()).isCloseTo(there.pSlower(), within(1e-12));
            assertThat(back.verdict())
                    .isEqualTo(mirrored(judge.judge(candidate, base, 0.05).verdict()));
        }
    }

    private static Verdict mirrored(Verdict verdict) {
        return switch (verdict) {
            case SLOWER -> Verdict.FASTER;
            case FASTER -> Verdict.SLOWER;
            case WITHIN, CANNOT_TELL, TOO_FEW_FORKS -> verdict;
        };
    }

    /** 10 of 36 pairs tie and none is below 1: u = 5 and p = 0.0206, but the sixth of the sorted ratios is 1. */
    @Test
    void tiesThatSatisfyTheTestButNotTheIntervalAreNoChange() {
        double[] ticks = {0.9, 1, 1, 1, 1, 1};
        double[] more = {1, 1, 1.3, 1.3, 1.3, 1.3};
        Judgement judgement = judge.judge(more, ticks, 0.05);

        assertThat(judgement.evidence().pSlower()).isCloseTo(19 / 924.0, within(1e-12));
        assertThat(judgement.verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThat(judge.judge(ticks, more, 0.05).verdict()).isEqualTo(Verdict.CANNOT_TELL);
    }

    @Test
    void theIntervalsAreThoseOfNinetyFiveAndNinetyPercent() {
        double[] candidate = {10.4, 9.9, 10.8, 10.1, 11.0, 10.6};
        Evidence evidence = judge.judge(candidate, BASE, 0.05).evidence();

        assertThat(evidence.ratio()).isEqualTo(Ratio.of(candidate, BASE, 0.95));
        assertThat(evidence.equivalence())
                .isEqualTo(Ratio.of(candidate, BASE, 0.90).interval());
        assertThat(evidence.equivalence()).isNotEqualTo(evidence.ratio().interval());
    }

    @Test
    void oneBadForkIsSaidAndStaysInTheNumbers() {
        double[] candidate = BASE.clone();
        candidate[3] = 25;
        Evidence evidence = judge.judge(candidate, BASE, 0.05).evidence();

        assertThat(evidence.candidateShape().outliers()).containsExactly(3);
        assertThat(evidence.candidateForks()).isEqualTo(8);
        assertThat(evidence.baseShape().outliers()).isEmpty();
    }

    private Verdict verdict(double[] candidate) {
        return judge.judge(candidate, BASE, 0.05).verdict();
    }

    @Test
    void aStricterLevelTakesMoreForSlower() {
        double[] six = Arrays.copyOf(BASE, 6);
        double[] slower = Noise.times(six, 1.2);

        assertThat(Judge.at(0.01).judge(slower, six, 0.05).verdict()).isEqualTo(Verdict.SLOWER);
        // 1 in 924 is the least that 6 and 6 forks can show.
        assertThat(Judge.at(0.001).judge(slower, six, 0.05).verdict()).isEqualTo(Verdict.CANNOT_TELL);
        assertThatThrownBy(() -> Judge.at(0.03)).hasMessageContaining("0.03");
    }

    @Test
    void whatAScreenSuspectsDependsOnTheToleratedChange() {
        Screened screened = judge.screen(Noise.times(BASE, 1.06), BASE, 0.05, SittingSpread.ASSUMED);

        assertThat(screened.suspicion()).isEqualTo(Suspicion.SLOWER);
        assertThat(screened.suspicion(0.10)).isEqualTo(Suspicion.SLOWER);
        assertThat(screened.suspicion(0.20)).isEqualTo(Suspicion.NONE);
    }
}
