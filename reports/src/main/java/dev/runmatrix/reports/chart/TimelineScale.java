// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

/**
 * What all panels share.
 *
 * @param seconds end of the time axis
 * @param cores end of the cores axis
 * @param rss end of the memory axis
 */
record TimelineScale(double seconds, double cores, double rss) {
    private static final double LONGEST_WINDOW = 1;
    /** With a clock of 100 steps a second, a mean over this is right to 0.04 cores a thread. */
    private static final double SHORTEST_WINDOW = 0.25;

    private static final double WINDOWS = 10;

    /** Over how long cores are averaged: a second, less where all forks are short. */
    double windowSeconds() {
        return Math.max(SHORTEST_WINDOW, Math.min(LONGEST_WINDOW, Math.ceil(20 * seconds / WINDOWS) / 20));
    }

    /** Forks that ran to their time limit do not stretch the axis: they would squeeze all others. */
    static TimelineScale of(TimelineChart.Input input) {
        double finished = input.panels().stream()
                .filter(panel -> panel.outcome() != Outcome.TIMED_OUT)
                .mapToDouble(TimelineChart.Panel::endSeconds)
                .max()
                .orElse(0);
        double longest = input.panels().stream()
                .mapToDouble(TimelineChart.Panel::endSeconds)
                .max()
                .orElse(0);
        double seconds = finished > 0 ? finished : longest;
        double peak = input.panels().stream()
                .flatMap(panel -> panel.samples().stream())
                .mapToDouble(TimelineChart.Sample::rss)
                .max()
                .orElse(0);
        double budget = input.rssBudget()
                .filter(limit -> limit <= 3 * peak || peak == 0)
                .orElse(0.0);
        double rss = Math.max(peak, budget);
        return new TimelineScale(
                seconds > 0 ? seconds * 1.06 : 1, input.grantedCores() * 1.06, rss > 0 ? rss * 1.1 : 1);
    }
}
