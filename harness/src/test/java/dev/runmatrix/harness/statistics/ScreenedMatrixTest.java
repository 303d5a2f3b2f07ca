// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScreenedMatrixTest {

    private static final double[] STORED = {10.0, 10.2, 9.9, 10.1, 9.8, 10.3, 10.05, 9.95};
    private static final SittingSpread STEADY = new SittingSpread(0.01, 20);

    private final Judge judge = new Judge();

    @Test
    void halfOfTheToleranceRaisesASuspicion() {
        assertThat(screened(1.04).suspicion()).isEqualTo(Suspicion.SLOWER);
        assertThat(screened(1 / 1.04).suspicion()).isEqualTo(Suspicion.FASTER);
        assertThat(screened(1.02).suspicion()).isEqualTo(Suspicion.NONE);
    }

    @Test
    void anUncertainDifferenceRaisesNone() {
        double[] wild = {6, 16, 8, 15, 14, 7, 12, 13};

        Screened screened = judge.screen(wild, STORED, 0.05, STEADY);

        assertThat(screened.ratio()).isGreaterThan(1.05);
        assertThat(screened.evidence().pSlower()).isBetween(0.2, 0.25);
        assertThat(screened.suspicion()).isEqualTo(Suspicion.NONE);
    }

    @Test
    void fourForksNeitherSuspectNorClear() {
        double[] four = {20, 21, 20.5, 20.2};

        assertThat(judge.screen(four, STORED, 0.05, STEADY).suspicion()).isEqualTo(Suspicion.TOO_FEW_FORKS);
        double[] five = {20, 21, 20.5, 20.2, 20.1};
        assertThat(judge.screen(five, STORED, 0.05, STEADY).suspicion()).isEqualTo(Suspicion.SLOWER);
    }

    @Test
    void onlyWhatExceedsTheDriftIsWorthAWarning() {
        assertThat(judge.screen(Noise.times(STORED, 1.12), STORED, 0.05, STEADY).exceedsDrift())
                .isTrue();
        assertThat(judge.screen(Noise.times(STORED, 1 / 1.12), STORED, 0.05, STEADY)
                        .exceedsDrift())
                .isTrue();
        assertThat(judge.screen(Noise.times(STORED, 1.12), STORED, 0.05, SittingSpread.ASSUMED)
                        .exceedsDrift())
                .isFalse();
        assertThat(judge.screen(Noise.times(STORED, 1 / 1.12), STORED, 0.05, SittingSpread.ASSUMED)
                        .exceedsDrift())
                .isFalse();
        assertThat(screened(1.04).exceedsDrift()).isFalse();
    }

    @Test
    void allSuspectsAreMeasuredAgainTheWorstFirst() {
        ScreenedMatrix<String> matrix = matrix(1, 1.08, 0.99, 1.2, 1, 1.01, 0.8, 1.06);

        assertThat(matrix.suspectsTheMachine()).isFalse();
        assertThat(matrix.toConfirm()).containsExactly("cell3", "cell1", "cell7");
        assertThat(matrix.suspects(Suspicion.FASTER)).containsExactly("cell6");
    }

    @Test
    void whenMostCellsMovedTheMachineIsSuspectedAndThreeCellsAreMeasuredAgain() {
        ScreenedMatrix<String> matrix = matrix(1.08, 1.09, 1.07, 1.3, 1.08, 1, 1.1);

        assertThat(matrix.suspectsTheMachine()).isTrue();
        assertThat(matrix.toConfirm()).containsExactly("cell3", "cell6", "cell1");
    }

    @Test
    void aMachineThatBecameFasterHidesNoSlowCell() {
        ScreenedMatrix<String> matrix = matrix(0.93, 0.92, 0.93, 1.015, 0.94, 0.93);

        assertThat(matrix.suspects(Suspicion.SLOWER)).isEmpty();
        assertThat(matrix.suspectsTheMachine()).isTrue();
        assertThat(matrix.toConfirm()).containsExactly("cell3");
    }

    @Test
    void aCommonMoveIsSeenInTheMeanOfAllEvenWithoutSuspects() {
        ScreenedMatrix<String> matrix = matrix(1.6, 1, 1, 1, 1, 1);

        assertThat(matrix.geometricMean()).isCloseTo(Math.pow(1.6, 1 / 6.0), within(1e-9));
        assertThat(matrix.suspectsTheMachine()).isTrue();
        assertThat(matrix.toConfirm()).containsExactly("cell0");
    }

    @Test
    void mostCellsInOneDirectionAccuseTheMachineEvenIfTheMeanStays() {
        assertThat(matrix(1.04, 1.04, 1.04, 0.9, 0.9).suspectsTheMachine()).isTrue();
        assertThat(matrix(0.96, 0.96, 0.96, 1.1, 1.1).suspectsTheMachine()).isTrue();
        assertThat(matrix(1.04, 1.04, 0.95, 0.95).suspectsTheMachine()).isFalse();
        assertThat(matrix(0.5, 1, 1, 1, 1, 1).suspectsTheMachine()).isTrue();
    }

    @Test
    void threeCellsCannotAccuseTheMachine() {
        assertThat(matrix(1.2, 1.2, 1.2).suspectsTheMachine()).isFalse();
        assertThat(matrix(1.2, 1.2, 1.2).toConfirm()).hasSize(3);
        assertThat(matrix().geometricMean()).isEqualTo(1);
    }

    @Test
    void cellsWithTooFewForksSayNothingAboutTheMachine() {
        Map<String, Screened> cells = new LinkedHashMap<>(matrix(1, 1, 1, 1.3).cells());
        for (int i = 0; i < 5; i++) {
            cells.put("few" + i, judge.screen(new double[] {30}, STORED, 0.05, STEADY));
        }
        ScreenedMatrix<String> matrix = new ScreenedMatrix<>(cells);

        assertThat(matrix.geometricMean()).isCloseTo(Math.pow(1.3, 0.25), within(1e-9));
        assertThat(matrix.toConfirm()).containsExactly("cell3");
    }

    private Screened screened(double factor) {
        return judge.screen(Noise.times(STORED, factor), STORED, 0.05, STEADY);
    }

    private ScreenedMatrix<String> matrix(double... factors) {
        Map<String, Screened> cells = new LinkedHashMap<>();
        for (double factor : factors) {
            cells.put("cell" + cells.size(), screened(factor));
        }
        return new ScreenedMatrix<>(cells);
    }
}
