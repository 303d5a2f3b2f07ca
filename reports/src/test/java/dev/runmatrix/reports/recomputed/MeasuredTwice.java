// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.recomputed;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** What the cell that was measured twice says of the run. */
final class MeasuredTwice {

    private static final double POWER = 0.8;
    private static final double LEVEL = 19.0 / 924;
    private static final double RANKS = Math.sqrt(Math.PI / 3);

    private MeasuredTwice() {}

    /** The ratio, its ends and the smallest change that is seen. */
    static List<String> told() {
        double[] once = ReportedRun.DEFAULT_MATRIX.cell("C01").walls();
        double[] again = ReportedRun.DEFAULT_MATRIX.all().lines().stream()
                .filter(line -> line.get("twin").asBoolean())
                .mapToDouble(line -> new RecordedFork(line, false).wall())
                .toArray();
        double[] ends = Arithmetic.ends(again, once);
        return ReportSection.line(
                Printed.ratio(Arithmetic.ratio(again, once)),
                Printed.ratioNumber(ends[0]),
                Printed.ratioNumber(ends[1]),
                Printed.percent(smallestChange(once, again, ends)));
    }

    private static double smallestChange(double[] once, double[] again, double[] ends) {
        double freedom = once.length + again.length - 2;
        double size = Math.sqrt(1.0 / once.length + 1.0 / again.length);
        double times = RANKS * (student(1 - LEVEL, freedom) + student(POWER, freedom)) * size;
        return Math.max(Math.expm1(times * spread(once, again)), Math.max(ends[1], 1 / ends[0]) - 1);
    }

    private static double spread(double[] once, double[] again) {
        double[] centred = DoubleStream.concat(
                        Arrays.stream(once).map(v -> v / Arithmetic.median(once)),
                        Arrays.stream(again).map(v -> v / Arithmetic.median(again)))
                .map(Math::log)
                .toArray();
        double middle = Arithmetic.median(centred);
        double distance = Arithmetic.median(
                Arrays.stream(centred).map(v -> Math.abs(v - middle)).toArray());
        return 1.4826 * distance * centred.length / (centred.length - 0.8);
    }

    /** A quantile of Student's law, by adding up its density. */
    private static double student(double share, double freedom) {
        double step = 1e-5;
        double all = 0;
        for (double t = step / 2; t < 1000; t += Math.max(step, t * step)) {
            all += density(t, freedom) * Math.max(step, t * step);
        }
        double sum = 0.5;
        double t = step / 2;
        while (sum < share) {
            sum += density(t, freedom) / all / 2 * Math.max(step, t * step);
            t += Math.max(step, t * step);
        }
        return t;
    }

    private static double density(double t, double freedom) {
        return Math.pow(1 + t * t / freedom, -(freedom + 1) / 2);
    }
}
