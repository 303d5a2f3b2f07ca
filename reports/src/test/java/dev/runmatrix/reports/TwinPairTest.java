// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.runmatrix.harness.statistics.Ratio;
import dev.runmatrix.harness.statistics.SmallestChange;
import dev.runmatrix.reports.analysis.RunAnalysis;
import dev.runmatrix.reports.analysis.TwinPair;
import dev.runmatrix.reports.model.RunInWords;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinPairTest {

    private static final double[] ONCE = {10, 10.1, 10.2, 10.3, 10.4, 10.5};
    private static final double[] AGAIN = {10.05, 10.3, 10.1, 10.6, 10.2, 10.4};

    @TempDir
    Path results;

    private RunFixture measuredTwice(double[] once, double... again) {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).reference().clean(1, 0.5, once).twins(again);
        return run;
    }

    private static TwinPair twins(RunFixture run) throws Exception {
        return RunAnalysis.of(run.stored()).twins().orElseThrow();
    }

    private static String words(RunFixture run) throws Exception {
        return RunInWords.sameCellTwice(RunAnalysis.of(run.stored())).orElse("");
    }

    @Test
    void itIsTheTwinAgainstItsCell() throws Exception {
        TwinPair twins = twins(measuredTwice(ONCE, AGAIN));
        Ratio ratio = Ratio.of(AGAIN, ONCE, 0.95);

        assertThat(twins.ratio())
                .hasValueSatisfying(r -> assertThat(r.estimate()).isCloseTo(ratio.estimate(), within(1e-9)));
        assertThat(twins.smallestChange())
                .hasValueSatisfying(c -> assertThat(c)
                        .isCloseTo(SmallestChange.ofSame(ONCE, AGAIN).orElseThrow(), within(1e-9)));
    }

    @Test
    void itIsToldInOneSentence() throws Exception {
        assertThat(words(measuredTwice(ONCE, AGAIN)))
                .matches(
                        "C01 measured twice: ×1\\.00 \\[0\\.976–1\\.03]; a change of C01 below \\d\\.\\d\u00a0% of its "
                                + "wall time could not have been seen\\.");
    }

    @Test
    void forksOfOtherRoundsAndDisturbedOnesAreLeftOut() throws Exception {
        RunFixture run = RunFixture.in(results).forks(8);
        run.cell("streaming", true, 2, 1000)
                .clean(1, 0.5, 10, 10.1, 10.2, 10.3)
                .contaminated(1, 0.5, 30)
                .clean(1, 0.5, 50, 50, 50)
                .twins(10, 10.1, 10.2, 10.3, 10.4);

        TwinPair twins = twins(run);

        assertThat(twins.forks()).isEqualTo(4);
        assertThat(twins.twinForks()).isEqualTo(5);
    }

    @Test
    void threeForksOfEachTellNothing() throws Exception {
        RunFixture run = measuredTwice(new double[] {10, 10.1, 10.2}, 10, 10.1, 10.2);

        assertThat(twins(run).smallestChange()).isEmpty();
        assertThat(words(run)).contains("3 and 3 clean forks are too few");
    }

    @Test
    void aDifferenceWhereNothingDiffersIsCalledNoise() throws Exception {
        RunFixture run = measuredTwice(ONCE, 12, 12.1, 12.2, 12.3, 12.4, 12.5);

        assertThat(twins(run).isFalseAlarm()).isTrue();
        assertThat(words(run)).contains("although nothing differs between them");
    }

    @Test
    void aRunWithoutATwinHasNoPair() throws Exception {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", true, 2, 1000).clean(1, 0.5, ONCE);

        assertThat(RunAnalysis.of(run.stored()).twins()).isEmpty();
    }
}
