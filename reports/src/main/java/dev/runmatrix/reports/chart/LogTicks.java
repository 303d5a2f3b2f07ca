// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Round ratios for a log axis, 1 among them: as fine a row of numbers as has room. */
final class LogTicks {

    private static final double GAP = 14;
    private static final int MOST = 9;

    /** Rows of leading digits from fine to coarse; the last ones leave out decades. */
    private static final List<List<String>> LEADS = List.of(
            List.of("1", "1.05", "1.1", "1.15", "1.2", "1.3", "7.5", "8", "8.5", "9", "9.5"),
            List.of("1", "1.2", "1.5", "2", "2.5", "3", "4", "5", "6", "7", "8", "9"),
            List.of("1", "1.5", "2", "3", "5", "7"),
            List.of("1", "2", "5"),
            List.of("1"));

    private static final int SPARSEST_DECADES = 6;

    private LogTicks() {}

    /** The ticks of a scale that holds 1, in rising order. */
    static List<BigDecimal> of(LogScale scale, double fontSize) {
        for (List<String> leads : LEADS) {
            List<BigDecimal> ticks = within(scale, leads, 1);
            if (fits(ticks, scale, fontSize) && isEven(ticks, scale)) {
                return ticks;
            }
        }
        for (int decades = 1; decades <= SPARSEST_DECADES; decades++) {
            List<BigDecimal> ticks = within(scale, List.of("1"), decades);
            if (fits(ticks, scale, fontSize)) {
                return ticks;
            }
        }
        return List.of(BigDecimal.ONE);
    }

    private static List<BigDecimal> within(LogScale scale, List<String> leads, int decades) {
        int first = (int) Math.floor(Math.log10(scale.domainStart()));
        int last = (int) Math.ceil(Math.log10(scale.domainEnd()));
        return IntStream.rangeClosed(first, last)
                .filter(exponent -> exponent % decades == 0)
                .boxed()
                .flatMap(exponent -> leads.stream().flatMap(lead -> tick(lead, exponent)))
                .filter(tick -> tick.doubleValue() >= scale.domainStart() * (1 - 1e-9))
                .filter(tick -> tick.doubleValue() <= scale.domainEnd() * (1 + 1e-9))
                .toList();
    }

    private static Stream<BigDecimal> tick(String lead, int exponent) {
        return Stream.of(new BigDecimal(lead).scaleByPowerOfTen(exponent));
    }

    private static boolean fits(List<BigDecimal> ticks, LogScale scale, double fontSize) {
        double free = Double.NEGATIVE_INFINITY;
        for (BigDecimal tick : ticks) {
            double half = TextWidth.of(text(tick), fontSize) / 2;
            double at = scale.at(tick.doubleValue());
            if (at - half < free) {
                return false;
            }
            free = at + half + GAP;
        }
        return ticks.size() <= MOST;
    }

    /** Whether no stretch of the axis without a tick is longer than half of it. */
    private static boolean isEven(List<BigDecimal> ticks, LogScale scale) {
        double before = scale.from();
        double widest = 0;
        for (BigDecimal tick : ticks) {
            double at = scale.at(tick.doubleValue());
            widest = Math.max(widest, at - before);
            before = at;
        }
        return ticks.size() > 2 && Math.max(widest, scale.to() - before) < (scale.to() - scale.from()) / 2;
    }

    /** {@code ×0.5}. */
    static String text(BigDecimal tick) {
        return "\u00d7" + Ticks.text(tick);
    }
}
