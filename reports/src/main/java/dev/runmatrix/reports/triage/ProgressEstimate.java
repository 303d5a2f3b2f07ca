// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.triage;

import dev.runmatrix.harness.result.live.InputVolume;
import dev.runmatrix.harness.result.live.LiveObservation;
import dev.runmatrix.harness.result.live.LiveProgress;
import dev.runmatrix.harness.result.live.ProgressPoint;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * How far a process is, and what that makes of the time left.
 *
 * @param done units done at the last look, or input bytes read
 * @param total units in all; absent where nothing says so
 * @param windowRate units a second while it was watched; absent where nothing was added
 * @param lifeRate units a second since the process started; absent where that start says nothing
 * @param shortestSeconds time left at the faster of the two rates; absent without a total and a rate
 * @param longestSeconds time left at the slower one; absent without a total and a rate
 * @param bytes whether units are bytes of input, of which a program may skip some: the rest is then an upper bound
 */
public record ProgressEstimate(
        double done,
        Optional<Double> total,
        Optional<Double> windowRate,
        Optional<Double> lifeRate,
        Optional<Double> shortestSeconds,
        Optional<Double> longestSeconds,
        boolean bytes) {

    static Optional<ProgressEstimate> of(LiveObservation seen) {
        return seen.progress()
                .filter(progress -> !progress.points().isEmpty())
                .map(progress -> ofLog(progress, seen))
                .or(() -> seen.input().map(input -> ofBytes(input, seen)));
    }

    private static ProgressEstimate ofLog(LiveProgress progress, LiveObservation seen) {
        List<ProgressPoint> points = progress.points();
        ProgressPoint last = points.get(points.size() - 1);
        Optional<Double> total =
                progress.givenTotal().or(last::total).map(Long::doubleValue).filter(all -> all >= last.done());
        double life = ageNanos(seen) / 1e9;
        Optional<Double> lifeRate = rate((double) last.done(), life - (seen.windowNanos() - last.elapsedNanos()) / 1e9);
        return estimate((double) last.done(), total, windowRate(points, seen), lifeRate, false);
    }

    /** Between the first and the last count that were written while watching; what is older counts from its last look. */
    private static Optional<Double> windowRate(List<ProgressPoint> points, LiveObservation seen) {
        List<ProgressPoint> watched =
                points.stream().filter(point -> point.elapsedNanos() >= 0).toList();
        if (watched.size() < 2) {
            return Optional.empty();
        }
        ProgressPoint first = watched.get(0);
        ProgressPoint last = watched.get(watched.size() - 1);
        double seconds = Math.min(seen.windowNanos(), last.elapsedNanos() - first.elapsedNanos()) / 1e9;
        return rate((double) (last.done() - first.done()), seconds);
    }

    private static ProgressEstimate ofBytes(InputVolume input, LiveObservation seen) {
        Optional<Double> total = Optional.of((double) input.inputBytes()).filter(all -> all >= input.readBytes());
        return estimate(
                (double) input.readBytes(),
                total,
                rate((double) input.readInWindowBytes(), seen.windowNanos() / 1e9),
                rate((double) input.readBytes(), ageNanos(seen) / 1e9),
                true);
    }

    private static ProgressEstimate estimate(
            double done,
            Optional<Double> total,
            Optional<Double> windowRate,
            Optional<Double> lifeRate,
            boolean bytes) {
        double[] left = DoubleStream.of(windowRate.orElse(0.0), lifeRate.orElse(0.0))
                .filter(rate -> rate > 0 && total.isPresent())
                .map(rate -> (total.orElse(done) - done) / rate)
                .toArray();
        OptionalDouble shortest = DoubleStream.of(left).min();
        OptionalDouble longest = DoubleStream.of(left).max();
        return new ProgressEstimate(done, total, windowRate, lifeRate, boxed(shortest), boxed(longest), bytes);
    }

    private static long ageNanos(LiveObservation seen) {
        return seen.process().ageAtStart().toNanos() + seen.windowNanos();
    }

    private static Optional<Double> rate(double units, double seconds) {
        return units > 0 && seconds > 0 ? Optional.of(units / seconds) : Optional.empty();
    }

    private static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }
}
