// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelineChartTest {
    @Test
    void allPanelsShareOneTimeScale() {
        List<TimelineChart.Drawn> drawn = draw(
                Specimens.panel("C01", Family.STREAMING, Outcome.CLEAN, 40, 0, ""),
                Specimens.panel("C02", Family.STREAMING, Outcome.CLEAN, 10, 0, ""));
        assertThat(drawn).extracting(TimelineChart.Drawn::cell).containsExactly("C01", "C02");
        assertThat(drawn).allMatch(panel -> panel.figure().wide().markup().contains(">40\u00a0s</text>"));
    }

    @Test
    void aForkThatRanToItsTimeLimitDoesNotSqueezeTheOthers() {
        List<TimelineChart.Drawn> drawn = draw(
                Specimens.panel("C01", Family.STREAMING, Outcome.CLEAN, 10, 0, ""),
                Specimens.panel("C02", Family.STREAMING, Outcome.TIMED_OUT, 180, 0, "to 180 s"));
        assertThat(drawn.get(1).figure().wide().markup()).contains(">10\u00a0s</text>", "c-fail-f", "to 180 s");
    }

    @Test
    void whereOnlyTimedOutForksAreTheAxisHoldsThem() {
        String drawn = draw(Specimens.panel("C02", Family.STREAMING, Outcome.TIMED_OUT, 180, 0, ""))
                .get(0)
                .figure()
                .wide()
                .markup();
        assertThat(drawn).contains(">150\u00a0s</text>");
    }

    @Test
    void otherProcessesAreABandThatIsNamed() {
        String quiet = draw(Specimens.panel("C01", Family.STREAMING, Outcome.CLEAN, 10, 0.05, ""))
                .get(0)
                .figure()
                .wide()
                .markup();
        String busy = draw(Specimens.panel("C01", Family.STREAMING, Outcome.CLEAN, 10, 0.8, ""))
                .get(0)
                .figure()
                .wide()
                .markup();
        assertThat(quiet).doesNotContain("c-foreign", "other processes");
        assertThat(busy).contains("c-foreign", "grey: other processes").doesNotContain("c-fail-t");
    }

    @Test
    void aDeathIsACrossOnBothCurves() {
        String drawn = draw(Specimens.panel("C01", Family.IN_MEMORY, Outcome.FAILED, 10, 0, "killed"))
                .get(0)
                .figure()
                .wide()
                .markup();
        assertThat(drawn.split("class=\"c-fail\"", -1)).hasSize(3);
        assertThat(drawn).contains(">killed</text>").doesNotContain("c-end");
    }

    private static List<TimelineChart.Drawn> draw(TimelineChart.Panel... panels) {
        return TimelineChart.draw(new TimelineChart.Input("RSS, GB", 4, Optional.of(4.0), List.of(panels)));
    }
}
