// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.util.ArrayList;
import java.util.List;

/** Cores in use from counters of CPU time, averaged: looks that are too short show the clock's steps, not the load. */
final class CoreWindows {
    /**
     * A stretch of time with the mean use in it.
     *
     * @param fromSeconds its start
     * @param toSeconds its end, later
     * @param cores used by the fork
     * @param foreignCores used by everything else on the machine
     */
    record Window(double fromSeconds, double toSeconds, double cores, double foreignCores) {}

    private CoreWindows() {}

    /** Windows of at least so many seconds that follow each other; a shorter fork is one window. */
    static List<Window> of(double shortestSeconds, List<TimelineChart.Sample> samples) {
        List<TimelineChart.Sample> edges = edges(shortestSeconds, samples);
        List<Window> windows = new ArrayList<>();
        for (int index = 1; index < edges.size(); index++) {
            windows.add(between(edges.get(index - 1), edges.get(index)));
        }
        return windows;
    }

    /** The samples at which windows meet; what is left at the end joins the last window. */
    private static List<TimelineChart.Sample> edges(double shortestSeconds, List<TimelineChart.Sample> samples) {
        List<TimelineChart.Sample> edges = new ArrayList<>();
        for (TimelineChart.Sample sample : samples) {
            if (edges.isEmpty()) {
                edges.add(sample.seconds() > 0 ? start(sample) : sample);
            }
            if (sample.seconds() - edges.get(edges.size() - 1).seconds() >= shortestSeconds) {
                edges.add(sample);
            }
        }
        return samples.isEmpty() ? edges : withLast(edges, samples.get(samples.size() - 1));
    }

    /** The process had used nothing when it started; what others used before the first look is not known. */
    private static TimelineChart.Sample start(TimelineChart.Sample first) {
        return new TimelineChart.Sample(0, 0, Math.max(0, first.hostBusySeconds() - first.cpuSeconds()), first.rss());
    }

    private static List<TimelineChart.Sample> withLast(List<TimelineChart.Sample> edges, TimelineChart.Sample last) {
        if (edges.size() > 1) {
            edges.remove(edges.size() - 1);
        }
        if (last.seconds() > edges.get(edges.size() - 1).seconds()) {
            edges.add(last);
        }
        return edges;
    }

    private static Window between(TimelineChart.Sample from, TimelineChart.Sample to) {
        double seconds = to.seconds() - from.seconds();
        double cpu = Math.max(0, to.cpuSeconds() - from.cpuSeconds());
        double busy = Math.max(0, to.hostBusySeconds() - from.hostBusySeconds());
        return new Window(from.seconds(), to.seconds(), cpu / seconds, Math.max(0, busy - cpu) / seconds);
    }
}
