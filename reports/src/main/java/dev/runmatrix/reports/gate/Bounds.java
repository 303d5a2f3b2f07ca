// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.gate;

import dev.runmatrix.harness.matrix.GateMetric;
import dev.runmatrix.harness.matrix.GateRule;
import dev.runmatrix.harness.matrix.GateRule.Bound;
import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Limit;
import dev.runmatrix.harness.statistics.Median;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Judges fixed bounds, which need no other run. */
final class Bounds {

    /** With fewer clean forks a cell shows all of its forks, and nothing is certain. */
    private static final int LEAST_CLEAN_FORKS = 4;

    private final String runId;

    Bounds(GatedRun run) {
        this.runId = run.run().id();
    }

    List<Judged> of(GateRule rule, List<GatedCell> cells) {
        return cells.stream().map(cell -> judge(rule, cell)).toList();
    }

    private Judged judge(GateRule rule, GatedCell cell) {
        Optional<String> absence = cell.absence();
        if (absence.isPresent()) {
            return Judged.notMeasured(absence.get());
        }
        // Other programs take time from a fork, and no memory.
        boolean anyFork = rule.metric() == GateMetric.PEAK_RSS;
        boolean enough = anyFork || cell.clean() >= LEAST_CLEAN_FORKS;
        double[] values = values(rule, cell, enough && !anyFork);
        if (values.length == 0) {
            return Judged.notMeasured("no fork tells its " + rule.metric().key());
        }
        double median = Median.of(values);
        String seen = seen(rule, cell, median) + allowed(rule);
        if (!enough) {
            String why = " but a bound takes " + LEAST_CLEAN_FORKS + " undisturbed forks, and this cell has "
                    + cell.clean() + " of " + counted(values.length) + more(6);
            return new Judged(GateOutcome.INCONCLUSIVE, Optional.of(median), Optional.empty(), seen + "," + why);
        }
        return judge(rule, values, median, seen);
    }

    private Judged judge(GateRule rule, double[] values, double median, String seen) {
        Optional<Interval> interval = Median.interval(rule.confidence(), values);
        Limit limit = new Limit(rule.limit(), rule.bound() == Bound.MAX ? Limit.Side.AT_MOST : Limit.Side.AT_LEAST);
        String basis = ", in " + counted(values.length)
                + interval.map(i -> ", " + GateNumbers.confidence(rule.confidence()) + " interval of the median "
                                + GateNumbers.interval(rule, i))
                        .orElse("");
        return switch (limit.judgeAt(rule.confidence(), values)) {
            case HELD -> judged(GateOutcome.PASS, median, interval, seen + basis + ": the bound is kept");
            case BROKEN ->
                judged(
                        GateOutcome.FAIL,
                        median,
                        interval,
                        seen + basis
                                + ": all of it is beyond the bound; change the program or the bound, or accept it for"
                                + " a time in accepted.yaml");
            case CANNOT_TELL ->
                judged(
                        GateOutcome.INCONCLUSIVE,
                        median,
                        interval,
                        seen + basis + ": the bound lies inside" + more(2 * values.length));
            case TOO_FEW_FORKS ->
                judged(
                        GateOutcome.INCONCLUSIVE,
                        median,
                        Optional.empty(),
                        seen + basis + ": too few forks for a " + GateNumbers.confidence(rule.confidence())
                                + " interval" + more(Median.leastForks(rule.confidence()) - values.length));
        };
    }

    private static Judged judged(GateOutcome outcome, double median, Optional<Interval> interval, String reason) {
        return new Judged(outcome, Optional.of(median), interval, reason);
    }

    private String more(int forks) {
        return "; './run-matrix --append " + runId + " --forks " + forks + "' makes more";
    }

    private static double[] values(GateRule rule, GatedCell cell, boolean cleanOnly) {
        double[] values = cell.values(rule.metric(), cleanOnly);
        double requested = rule.bound() == Bound.MIN_FRACTION_OF_REQUESTED ? cell.usableWorkers() : 1;
        return Arrays.stream(values).map(value -> value / requested).toArray();
    }

    private static String seen(GateRule rule, GatedCell cell, double median) {
        String metric = rule.metric().key();
        if (rule.bound() != Bound.MIN_FRACTION_OF_REQUESTED) {
            return metric + " is " + GateNumbers.value(rule, median);
        }
        double cores = median * cell.usableWorkers();
        String fewer = cell.usableWorkers() < cell.planned().requestedWorkers()
                ? " (" + cell.planned().requestedWorkers() + " workers were asked for, and the run had no more cores)"
                : "";
        return metric + " is " + GateNumbers.percent(median) + " of those asked for: "
                + GateNumbers.amount(GateMetric.CORES_USED, cores) + " of "
                + GateNumbers.amount(GateMetric.CORES_USED, cell.usableWorkers()) + fewer;
    }

    private static String allowed(GateRule rule) {
        String word = rule.bound() == Bound.MAX ? "at most " : "at least ";
        return ", where " + word + GateNumbers.value(rule, rule.limit()) + " is allowed";
    }

    private static String counted(int forks) {
        return forks + (forks == 1 ? " fork" : " forks");
    }
}
