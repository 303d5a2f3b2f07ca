// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.analysis;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Median;
import dev.runmatrix.harness.statistics.Ratio;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The wall time of one cell against another's, on the same input.
 *
 * @param shown wall of the one shown fork ÷ wall of the other: what a reader gets who divides the two in the table
 * @param ratio Hodges–Lehmann ratio over all forks with its 95 % interval; judged by
 * @param verdict what it shows
 */
public record Comparison(double shown, Ratio ratio, Verdict verdict) {

    /** Differences below this have no practical meaning. */
    public static final double THRESHOLD = 0.05;

    /** Fewest clean forks of both cells for a verdict. */
    public static final int FORKS_FOR_VERDICT = 6;

    private static final double CONFIDENCE = 0.95;
    private static final double EQUIVALENCE_CONFIDENCE = 0.90;

    /** Compares two cells that both have numbers. */
    static Comparison of(CellAnalysis cell, CellNumbers candidate, CellAnalysis other, CellNumbers base) {
        Ratio ratio = Ratio.of(candidate.wallSeconds(), base.wallSeconds(), CONFIDENCE);
        double shown = candidate.shown().wallSeconds() / base.shown().wallSeconds();
        return new Comparison(shown, ratio, verdict(cell, candidate, other, base, ratio));
    }

    private static Verdict verdict(
            CellAnalysis cell, CellNumbers candidate, CellAnalysis other, CellNumbers base, Ratio ratio) {
        if (candidate.provisional() || base.provisional()) {
            return Verdict.CANNOT_TELL;
        }
        if (!cell.isRanked() || !other.isRanked() || Math.min(candidate.n(), base.n()) < FORKS_FOR_VERDICT) {
            return Verdict.TOO_FEW_FORKS;
        }
        Interval wide = ratio.interval().orElseThrow();
        if (wide.high() < 1 && ratio.estimate() <= 1 / (1 + THRESHOLD)) {
            return Verdict.FASTER;
        }
        if (wide.low() > 1 && ratio.estimate() >= 1 + THRESHOLD) {
            return Verdict.SLOWER;
        }
        Interval narrow = Ratio.of(candidate.wallSeconds(), base.wallSeconds(), EQUIVALENCE_CONFIDENCE)
                .interval()
                .orElseThrow();
        boolean same = narrow.low() >= 1 / (1 + THRESHOLD) && narrow.high() <= 1 + THRESHOLD;
        return same ? Verdict.WITHIN : Verdict.CANNOT_TELL;
    }

    /** Whether a reader should treat the two as equally fast: the ratio is small, or the ranges share a point. */
    static boolean tied(CellNumbers a, CellNumbers b) {
        return tied(a.wallSeconds(), b.wallSeconds());
    }

    /** The same of what the two cost in CPU time; CPU time that was too little to be counted tells nothing apart. */
    static boolean costTied(CellNumbers a, CellNumbers b) {
        boolean counted = DoubleStream.concat(Arrays.stream(a.cpuSeconds()), Arrays.stream(b.cpuSeconds()))
                .allMatch(seconds -> seconds > 0);
        return !counted || tied(a.cpuSeconds(), b.cpuSeconds());
    }

    private static boolean tied(double[] a, double[] b) {
        double ratio = Ratio.of(a, b, CONFIDENCE).estimate();
        boolean small = ratio <= 1 + THRESHOLD && ratio >= 1 / (1 + THRESHOLD);
        return small || Median.range(a).overlaps(Median.range(b));
    }

    /** Whether the first is not slower than the other in practice: by less than the threshold, or perhaps not at all. */
    static boolean asFast(CellNumbers a, CellNumbers b) {
        Ratio ratio = Ratio.of(a.wallSeconds(), b.wallSeconds(), CONFIDENCE);
        return ratio.estimate() <= 1 + THRESHOLD
                || ratio.interval().filter(i -> i.low() <= 1).isPresent();
    }

    /** Whether the first takes no more than the threshold longer than the other, by the estimate over all forks. */
    static boolean isNear(CellNumbers a, CellNumbers b) {
        return Ratio.of(a.wallSeconds(), b.wallSeconds(), CONFIDENCE).estimate() <= 1 + THRESHOLD;
    }

    /** Whether the interval lies below 1 and the ratio at or beyond the threshold: what FASTER means, for fewer forks too. */
    public boolean isClearlyFaster() {
        return ratio.estimate() <= 1 / (1 + THRESHOLD)
                && ratio.interval().filter(i -> i.high() < 1).isPresent();
    }

    /** How many times as fast the first cell is: the reciprocal of the shown ratio. */
    public double timesAsFast() {
        return 1 / shown;
    }
}
