// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.OptionalDouble;

/**
 * The two curves between which a quantity should go on from the largest input that was measured.
 *
 * @param kind how it can grow
 * @param rows rows of the largest input
 * @param value measured there
 * @param startRows rows of the smaller input that took least
 * @param start measured there: more than the fixed part
 * @param previousRows rows of the next smaller input of the same kind; absent where there is none
 * @param previous measured there; absent likewise
 */
record SizeCurves(
        GrowthKind kind,
        double rows,
        double value,
        double startRows,
        double start,
        OptionalDouble previousRows,
        OptionalDouble previous) {

    /** Which part of its power memory keeps at least while it levels off. */
    private static final double LEVELLING = 2.0 / 3;

    double low(double at) {
        return Math.min(lower(at), upper(at));
    }

    double high(double at) {
        return Math.max(lower(at), upper(at));
    }

    /** Between both, in logarithms. */
    double middle(double at) {
        return Math.sqrt(low(at) * high(at));
    }

    private double lower(double at) {
        double steepness = steepness().orElse(0);
        if (kind == GrowthKind.MEMORY) {
            return power(at, Math.min(1, Math.max(0, steepness)) * LEVELLING);
        }
        double straight = straight(at, startRows, start);
        return steepness > 1 ? Math.max(straight, power(at, (1 + steepness) / 2)) : straight;
    }

    private double upper(double at) {
        double steepness = steepness().orElse(0);
        if (kind == GrowthKind.TIME) {
            return power(at, Math.max(1, steepness));
        }
        double straight = straight(at, startRows, start);
        double local =
                previousRows.isPresent() ? straight(at, previousRows.getAsDouble(), previous.getAsDouble()) : straight;
        return Math.max(steepness > 1 ? power(at, steepness) : 0, Math.max(straight, local));
    }

    private OptionalDouble steepness() {
        return previousRows.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        Math.log(value / previous.getAsDouble()) / Math.log(rows / previousRows.getAsDouble()));
    }

    private double power(double at, double exponent) {
        return value * Math.pow(at / rows, exponent);
    }

    /** Along the straight line from a smaller input; never down. */
    private double straight(double at, double fromRows, double from) {
        return value + Math.max(0, (value - from) / (rows - fromRows)) * (at - rows);
    }
}
