// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerTest {

    @TempDir
    Path results;

    private static String summary(RunFixture run) throws Exception {
        return Reports.render(run.stored(), Optional.empty()).getOrDefault("summary.md", "");
    }

    private RunFixture threeCells(double... secondWinner) {
        RunFixture run = RunFixture.in(results);
        run.cell("streaming", false, 4, 50000).reference().clean(1.07, 0.12, 2.29, 2.27, 2.39, 2.28, 2.3, 2.31);
        run.cell("streaming", true, 2, 50000).clean(1.82, 0.15, 1.45, 1.42, 1.56, 1.44, 1.46, 1.47);
        run.cell("streaming", true, 4, 50000).clean(1.77, 0.18, secondWinner);
        return run;
    }

    @Test
    void aSmallerChangeThatIsAboutAsFastIsNamed() throws Exception {
        assertThat(summary(threeCells(1.54, 1.48, 1.64, 1.53, 1.55, 1.56)))
                .contains("Set `parallel_chunks: true` and `max_workers: 2`.")
                .contains("About as fast with fewer changes: `parallel_chunks: true` alone (C03) takes 1.54");
    }

    @Test
    void ofCellsNotToldApartTheOneWithTheFewestChangesIsRecommendedWhicheverWasFaster() throws Exception {
        String behind = summary(threeCells(1.46, 1.43, 1.57, 1.45, 1.47, 1.48));
        String ahead = summary(threeCells(1.44, 1.41, 1.55, 1.43, 1.45, 1.46));

        assertThat(behind)
                .contains("Set `parallel_chunks: true`. Streaming then takes 1.46")
                .contains("C03 needs the fewest changes; the fastest of them, C02, took 1.45");
        assertThat(ahead)
                .contains("Set `parallel_chunks: true`. Streaming then takes 1.44")
                .doesNotContain("fewest changes");
    }

    @Test
    void aSmallerChangeThatIsSlowerIsNotNamed() throws Exception {
        assertThat(summary(threeCells(1.84, 1.78, 1.94, 1.83, 1.85, 1.86))).doesNotContain("About as fast");
    }

    @Test
    void aFastestCellWithinTheBudgetHasOneTile() throws Exception {
        assertThat(summary(threeCells(1.54, 1.48, 1.64, 1.53, 1.55, 1.56)))
                .containsOnlyOnce("| **Fastest, and within 4\u00a0GB** |")
                .contains("| Smallest peak memory |")
                .doesNotContain("| Fastest |");
    }

    @Test
    void oneRankedCellIsNoWinnerOfAnything() throws Exception {
        assertThat(summary(Fixtures.oneCell(results)))
                .contains("C01 is the one cell with a rank")
                .doesNotContain("Fastest")
                .doesNotContain("Smallest");
    }

    @Test
    void workersBeyondTheGrantedCoresAreSaidToTellNothing() throws Exception {
        String report = Reports.render(Fixtures.allClean(results).stored(), Optional.empty())
                .getOrDefault("report.md", "");
        assertThat(report).contains("Cells with more workers than the 4 granted cores");
    }
}
