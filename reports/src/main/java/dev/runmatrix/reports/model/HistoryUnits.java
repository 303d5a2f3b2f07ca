// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.model;

import dev.runmatrix.harness.statistics.Interval;
import dev.runmatrix.harness.statistics.Metric;
import dev.runmatrix.reports.analysis.WallClock;
import dev.runmatrix.reports.history.BuildOfRun;
import dev.runmatrix.reports.history.CellHistory;
import dev.runmatrix.reports.history.History;
import dev.runmatrix.reports.words.Memory;
import dev.runmatrix.reports.words.Units;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * How the numbers of a history are written.
 *
 * @param metric what they are of
 * @param memory unit of sizes of memory
 */
record HistoryUnits(Metric metric, Memory memory) {

    private static final int COMMIT_DIGITS = 12;

    static HistoryUnits of(History history) {
        double largest = history.series().stream()
                .flatMap(series -> series.cells().stream())
                .flatMap(cell -> cell.points().stream())
                .mapToDouble(point -> point.level().median())
                .max()
                .orElse(0);
        return new HistoryUnits(history.metric(), Memory.forLargest(Math.round(largest)));
    }

    String unit() {
        return switch (metric) {
            case WALL -> "s";
            case CPU -> "core\u2011s";
            case PEAK_RSS -> memory.name();
        };
    }

    String noun() {
        return switch (metric) {
            case WALL -> "wall time";
            case CPU -> "CPU time";
            case PEAK_RSS -> "peak memory";
        };
    }

    static String clock(WallClock clock) {
        return clock == WallClock.REGION ? "the measured region" : "whole processes";
    }

    String number(double amount) {
        return metric == Metric.PEAK_RSS ? memory.number(Math.round(amount)) : Units.seconds(amount);
    }

    String withUnit(double amount) {
        return number(amount) + Units.SPACE + unit();
    }

    String range(Interval interval) {
        return Units.range(number(interval.low()), number(interval.high()));
    }

    /** A ratio as a change in percent with its sign, {@code +5.2}. */
    static String change(double ratio) {
        String percent = Units.percent(ratio - 1).replace(Units.SPACE + "%", "");
        return ratio > 1 ? "+" + percent : percent;
    }

    static String changes(Interval interval) {
        return change(interval.low()) + " to " + change(interval.high());
    }

    /** {@code +5.2 % of 2.01 s [+4.4 to +6.1]}. */
    String change(double ratio, double base, Interval interval) {
        return change(ratio) + Units.SPACE + "% of " + withUnit(base) + " " + Units.brackets(changes(interval));
    }

    static String day(Instant when) {
        return when.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    static String commit(String full) {
        return full.substring(0, Math.min(COMMIT_DIGITS, full.length()));
    }

    /** The commit, with a word where there were changes; the digest of the program where no commit is known. */
    static String build(BuildOfRun build) {
        return build.commit()
                .map(commit -> commit(commit) + (build.dirty() ? " with changes" : ""))
                .or(() -> build.digest().map(digest -> "build " + commit(digest)))
                .orElse("not known");
    }

    static String cells(int count) {
        return Units.counted(count, "cell", "cells");
    }

    static String runs(int count) {
        return Units.counted(count, "run", "runs");
    }

    static String name(CellHistory cell) {
        return cell.planned().name();
    }
}
