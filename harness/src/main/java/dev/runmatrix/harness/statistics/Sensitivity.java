// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What samples of this size and spread can show at all.
 *
 * @param spread robust spread of the logarithms over both samples; empty below 3 forks each
 * @param smallestChange the change found in 4 of 5 comparisons, as a share; empty where so few forks never show anything, or
 *     where they agree so well that their spread cannot be seen
 * @param forksNeeded forks of each sample with which the tolerance can be judged; empty where the spread is unknown
 */
public record Sensitivity(OptionalDouble spread, OptionalDouble smallestChange, OptionalInt forksNeeded) {

    static Sensitivity of(double[] candidate, double[] base, double tolerance, Sizes sizes) {
        OptionalDouble spread = PooledSpread.of(candidate, base);
        if (spread.isEmpty()) {
            return new Sensitivity(spread, OptionalDouble.empty(), OptionalInt.empty());
        }
        double s = spread.getAsDouble();
        return new Sensitivity(
                spread,
                s > 0 ? sizes.smallestChange(s, tolerance) : OptionalDouble.empty(),
                OptionalInt.of(ForksNeeded.forTolerance(s, tolerance)));
    }
}
