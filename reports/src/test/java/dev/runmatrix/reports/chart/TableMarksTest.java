// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TableMarksTest {
    @Test
    void forksInsideFivePercentAreDotsAndNothingIsSaid() {
        String strip = ForksStrip.draw(new ForksStrip.Mark("C01", List.of(96.0, 100.0, 104.0), 100))
                .markup();
        assertThat(strip.split("<circle", -1)).hasSize(4);
        assertThat(strip).doesNotContain("c-clip", "<text");
    }

    @Test
    void aForkBeyondIsAnArrowOnItsSideAndTheWidestIsSaid() {
        String strip = ForksStrip.draw(new ForksStrip.Mark("C01", List.of(91.0, 100.0, 112.4), 100))
                .markup();
        assertThat(strip.split("<circle", -1)).hasSize(2);
        assertThat(strip.split("c-clip", -1)).hasSize(3);
        assertThat(strip).contains(">+12\u00a0%</text>");
        assertThat(ForksStrip.draw(new ForksStrip.Mark("C01", List.of(91.0), 100))
                        .markup())
                .contains("\u22129\u00a0%");
    }

    @Test
    void theCoresTrackEndsAtTheSmallerOfRequestedAndGranted() {
        CoresBar bar = new CoresBar(4);
        String all = bar.draw(new CoresBar.Mark("C01", Optional.of(1.0), 4)).markup();
        String more = bar.draw(new CoresBar.Mark("C01", Optional.of(1.0), 8)).markup();
        String half = bar.draw(new CoresBar.Mark("C01", Optional.of(1.0), 2)).markup();
        assertThat(more).isEqualTo(all).isNotEqualTo(half);
    }

    @Test
    void cellsWithoutAResultHaveATrackButNoBar() {
        assertThat(new CoresBar(4)
                        .draw(new CoresBar.Mark("C01", Optional.empty(), 4))
                        .markup())
                .contains("c-track")
                .doesNotContain("c-par");
    }

    @Test
    void memoryAboveTheBudgetChangesItsClass() {
        RssBar bar = new RssBar(4.92, Optional.of(4.0));
        assertThat(bar.draw(new RssBar.Mark("C01", 4.92)).markup()).contains("c-over-budget", "c-end");
        assertThat(bar.draw(new RssBar.Mark("C01", 1.31)).markup()).contains("c-mem", "c-end");
    }

    @Test
    void aBudgetFarAboveAllValuesIsNotDrawn() {
        assertThat(new RssBar(0.3, Optional.of(4.0))
                        .draw(new RssBar.Mark("C01", 0.3))
                        .markup())
                .doesNotContain("c-end");
    }

    @Test
    void aClaimShowsItsFailingSideAndTheColourOfItsBarTellsWhetherItFails() {
        ClaimBar.Mark most = new ClaimBar.Mark(
                "K1", "tip", 4.9, Optional.of(new Range(4.8, 5.1)), Optional.empty(), Optional.of(4.0), true);
        ClaimBar.Mark between =
                new ClaimBar.Mark("K2", "tip", 3.5, Optional.empty(), Optional.of(3.0), Optional.of(4.0), false);

        assertThat(ClaimBar.draw(most).markup())
                .contains("c-over-budget", "c-whisker")
                .containsOnlyOnce("class=\"c-over\"")
                .containsOnlyOnce("c-end");
        assertThat(ClaimBar.draw(between).markup()).contains("c-mem").doesNotContain("c-whisker");
        assertThat(ClaimBar.draw(between).markup().split("class=\"c-over\"", -1))
                .hasSize(3);
        assertThatThrownBy(() -> new ClaimBar.Mark(
                        "K3", "tip", Double.NaN, Optional.empty(), Optional.empty(), Optional.empty(), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void barsOfOneColumnShareTheirScale() {
        WallBar bar = new WallBar(100);
        String long1 = bar.draw(new WallBar.Mark("C01", "tip", Family.STREAMING, 100, new Range(100, 100), true))
                .markup();
        String half = bar.draw(new WallBar.Mark("C01", "tip", Family.STREAMING, 50, new Range(50, 50), true))
                .markup();
        assertThat(long1).contains("width=\"89\"");
        assertThat(half).contains("width=\"44.5\"");
    }
}
