// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.result.ResourceSample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Cores and memory of one fork over its life.
 *
 * @param points by rising time, at most {@value #MAX_POINTS}
 */
public record Timeline(List<Point> points) {

    /** More points than this add bytes to a page, not detail. */
    static final int MAX_POINTS = 200;

    /** Cores are averaged over at least this long, because the kernel counts CPU time in ticks of 10 ms. */
    private static final long WINDOW_MILLIS = 1000;

    /**
     * One moment.
     *
     * @param seconds since the process started
     * @param cores cores the fork used, mean of the last second
     * @param rssBytes resident set at that moment
     * @param foreignCores cores that everything else on the machine used, mean of the last second
     */
    public record Point(double seconds, double cores, long rssBytes, double foreignCores) {}

    public Timeline {
        points = List.copyOf(points);
    }

    /** Averages and thins out the samples of one fork; empty where there are none. */
    static Timeline of(List<ResourceSample> samples) {
        List<Point> points = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < samples.size(); i++) {
            while (from + 1 < i && span(samples, from + 1, i) >= WINDOW_MILLIS) {
                from++;
            }
            points.add(point(samples, from, i));
        }
        return new Timeline(thin(points));
    }

    private static long span(List<ResourceSample> samples, int from, int to) {
        return samples.get(to).elapsedMillis() - samples.get(from).elapsedMillis();
    }

    private static Point point(List<ResourceSample> samples, int from, int i) {
        ResourceSample now = samples.get(i);
        boolean fromStart = i == 0 || (from == 0 && now.elapsedMillis() <= WINDOW_MILLIS);
        ResourceSample before = samples.get(from);
        long millis = fromStart ? now.elapsedMillis() : span(samples, from, i);
        long cpu = fromStart ? now.cpuMillis() : now.cpuMillis() - before.cpuMillis();
        long busy = now.hostBusyMillis() - before.hostBusyMillis();
        long own = now.cpuMillis() - before.cpuMillis();
        long hostSpan = span(samples, from, i);
        double cores = millis > 0 ? (double) cpu / millis : 0;
        double foreign = hostSpan > 0 ? Math.max(0, (double) (busy - own) / hostSpan) : 0;
        return new Point(now.elapsedMillis() / 1000.0, cores, now.rssBytes(), foreign);
    }

    /** Keeps, of equal stretches of time, the moments of least and most cores and of most memory. */
    private static List<Point> thin(List<Point> points) {
        if (points.size() <= MAX_POINTS) {
            return points;
        }
        int stretches = (MAX_POINTS - 2) / 3;
        TreeSet<Integer> kept = new TreeSet<>(List.of(0, points.size() - 1));
        for (int s = 0; s < stretches; s++) {
            int from = (int) ((long) points.size() * s / stretches);
            int to = (int) ((long) points.size() * (s + 1) / stretches);
            List<Integer> stretch = new ArrayList<>();
            for (int i = from; i < to; i++) {
                stretch.add(i);
            }
            Comparator<Integer> byCores =
                    Comparator.comparingDouble(i -> points.get(i).cores());
            Comparator<Integer> byRss =
                    Comparator.comparingLong(i -> points.get(i).rssBytes());
            kept.add(stretch.stream().min(byCores).orElse(from));
            kept.add(stretch.stream().min(byCores.reversed()).orElse(from));
            kept.add(stretch.stream().min(byRss.reversed()).orElse(from));
        }
        return kept.stream().map(points::get).toList();
    }

    /** Length in seconds; 0 where there are no points. */
    public double seconds() {
        return points.isEmpty() ? 0 : points.get(points.size() - 1).seconds();
    }
}
