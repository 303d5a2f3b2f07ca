// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.result.ResourceSample;
import dev.runmatrix.reports.analysis.CellAnalysis;
import dev.runmatrix.reports.analysis.CellState;
import dev.runmatrix.reports.analysis.Timelines;
import dev.runmatrix.reports.chart.Sparkline;
import java.util.ArrayList;
import java.util.List;

/** Cores used by a fork as a line of block characters, all lines of a report on one scale of time. */
final class CoresOverTime {

    private static final int LENGTH = 24;

    private CoresOverTime() {}

    /** The longest sampled life of a fork that was not killed at its limit; 0 where there are no samples. */
    static double longestSeconds(List<CellAnalysis> cells, Timelines timelines) {
        double finished = longest(
                cells.stream().filter(c -> c.state() != CellState.TIMED_OUT).toList(), timelines);
        return finished > 0 ? finished : longest(cells, timelines);
    }

    private static double longest(List<CellAnalysis> cells, Timelines timelines) {
        return cells.stream()
                .mapToDouble(c -> seconds(timelines.byCell().getOrDefault(c.name(), List.of())))
                .max()
                .orElse(0);
    }

    private static double seconds(List<ResourceSample> samples) {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).elapsedMillis() / 1000.0;
    }

    static String sparkline(List<ResourceSample> samples, double longestSeconds, double grantedCores) {
        if (samples.isEmpty() || longestSeconds <= 0) {
            return "";
        }
        double step = longestSeconds / LENGTH;
        int columns = (int) Math.max(1, Math.min(LENGTH, Math.round(seconds(samples) / step)));
        List<Double> cores = new ArrayList<>();
        double lastCpu = 0;
        for (int i = 1; i <= columns; i++) {
            double cpu = cpuAt(samples, i * step);
            cores.add(Math.max(0, (cpu - lastCpu) / step));
            lastCpu = cpu;
        }
        return Sparkline.of(cores, grantedCores, LENGTH);
    }

    /** CPU seconds used by a moment, read between two samples. */
    private static double cpuAt(List<ResourceSample> samples, double seconds) {
        double beforeTime = 0;
        double beforeCpu = 0;
        for (ResourceSample sample : samples) {
            double time = sample.elapsedMillis() / 1000.0;
            double cpu = sample.cpuMillis() / 1000.0;
            if (time >= seconds) {
                double share = time > beforeTime ? (seconds - beforeTime) / (time - beforeTime) : 1;
                return beforeCpu + share * (cpu - beforeCpu);
            }
            beforeTime = time;
            beforeCpu = cpu;
        }
        return beforeCpu;
    }
}
