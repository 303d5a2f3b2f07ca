// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.OptionalDouble;

/**
 * What depends on the sizes of two samples and the level alone, computed once for all cells of that size.
 *
 * @param law exact law of U
 * @param level one-sided p up to which a difference counts as certain
 * @param changeFactor {@link SmallestChange#factor}; empty where such samples never show anything
 */
record Sizes(MannWhitney law, double level, OptionalDouble changeFactor) {

    static Sizes of(int n, int m, double level) {
        MannWhitney law = MannWhitney.of(n, m);
        return new Sizes(
                law,
                level,
                law.depth(level) == 0 ? OptionalDouble.empty() : OptionalDouble.of(SmallestChange.factor(law, level)));
    }

    /** {@link SmallestChange#judged}; empty where such samples never show anything. */
    OptionalDouble smallestChange(double spread, double tolerance) {
        return changeFactor.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(SmallestChange.judgedByFactor(law, changeFactor.getAsDouble(), spread, tolerance));
    }
}
