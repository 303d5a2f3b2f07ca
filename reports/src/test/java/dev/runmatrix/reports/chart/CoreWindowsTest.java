// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreWindowsTest {
    @Test
    void aForkShorterThanASecondIsOneWindow() {
        List<CoreWindows.Window> windows = CoreWindows.of(1, samples(0.6, 2.0, 0));
        assertThat(windows).hasSize(1);
        assertThat(windows.get(0).fromSeconds()).isEqualTo(0);
        assertThat(windows.get(0).toSeconds()).isCloseTo(0.6, within(1e-9));
        assertThat(windows.get(0).cores()).isCloseTo(2.0, within(1e-9));
    }

    @Test
    void shorterWindowsKeepTheShapeOfAShortFork() {
        assertThat(CoreWindows.of(0.25, samples(1.5, 1.0, 0)))
                .hasSizeGreaterThan(4)
                .allMatch(window -> window.toSeconds() - window.fromSeconds() >= 0.25 - 1e-9);
    }

    @Test
    void everyWindowLastsASecondOrMoreAndTheyFollowEachOther() {
        List<CoreWindows.Window> windows = CoreWindows.of(1, samples(7.3, 1.5, 0));
        assertThat(windows).hasSize(7).allMatch(window -> window.toSeconds() - window.fromSeconds() >= 1 - 1e-9);
        for (int index = 1; index < windows.size(); index++) {
            assertThat(windows.get(index).fromSeconds())
                    .isEqualTo(windows.get(index - 1).toSeconds());
        }
        assertThat(windows.get(6).toSeconds()).isCloseTo(7.3, within(1e-9));
    }

    @Test
    void windowsHoldAllCpuTime() {
        double total = CoreWindows.of(1, samples(12.4, 3.1, 0.5)).stream()
                .mapToDouble(window -> window.cores() * (window.toSeconds() - window.fromSeconds()))
                .sum();
        assertThat(total).isCloseTo(12.4 * 3.1, within(1e-9));
    }

    @Test
    void whatOthersUsedIsTheRestOfTheBusyTime() {
        List<CoreWindows.Window> windows = CoreWindows.of(1, samples(5, 1, 0.5));
        assertThat(windows.get(2).foreignCores()).isCloseTo(0.5, within(1e-9));
        assertThat(CoreWindows.of(1, samples(5, 1, 0))).allMatch(window -> window.foreignCores() < 1e-9);
    }

    @Test
    void countersThatStandStillOrFallGiveZeroNotLess() {
        List<CoreWindows.Window> windows = CoreWindows.of(
                1,
                List.of(
                        new TimelineChart.Sample(0, 5, 9, 1),
                        new TimelineChart.Sample(1, 4, 3, 1),
                        new TimelineChart.Sample(2, 4, 3, 1)));
        assertThat(windows).allMatch(window -> window.cores() == 0 && window.foreignCores() == 0);
    }

    @Test
    void withoutTimeThereIsNoWindow() {
        assertThat(CoreWindows.of(1, List.of())).isEmpty();
        assertThat(CoreWindows.of(1, List.of(new TimelineChart.Sample(0, 0, 0, 1))))
                .isEmpty();
    }

    private static List<TimelineChart.Sample> samples(double seconds, double cores, double foreign) {
        List<TimelineChart.Sample> samples = new ArrayList<>();
        for (int tenth = 1; tenth <= Math.round(seconds * 10); tenth++) {
            double time = tenth / 10.0;
            samples.add(new TimelineChart.Sample(time, cores * time, (cores + foreign) * time, 1));
        }
        return samples;
    }
}
