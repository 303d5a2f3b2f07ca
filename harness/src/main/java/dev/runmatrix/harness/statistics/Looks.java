// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.harness.statistics;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * When to look at a growing sample, and whether it then is large enough. Only the width of the interval of its median is
 * looked at, and only at sizes fixed in advance: to stop when a difference becomes significant would find differences that
 * are none.
 *
 * @param first size at the first look, at least 1
 * @param most the greatest size allowed, at least {@code first}; where both are equal the size is fixed
 * @param precision wanted half width of the interval of the logarithms, above 0
 */
public record Looks(int first, int most, double precision) {

    private static final double CONFIDENCE = 0.95;

    /** Each about doubles the sample, and so takes a quarter to a third off its interval: looking more often pays little. */
    private static final int[] BETWEEN = {6, 10, 20};

    public Looks {
        if (first < 1 || most < first || !(precision > 0)) {
            throw new IllegalArgumentException(
                    "looks from " + first + " to " + most + " values for a precision of " + precision);
        }
    }

    /** The sizes at which to look, rising, the greatest size last. */
    public List<Integer> sizes() {
        IntStream between = IntStream.of(BETWEEN).filter(size -> size > first && size < most);
        return IntStream.concat(
                        IntStream.of(first),
                        IntStream.concat(between, most > first ? IntStream.of(most) : IntStream.of()))
                .boxed()
                .toList();
    }

    /** Whether the size depends on what is seen. */
    public boolean isFixed() {
        return first == most;
    }

    /**
     * Looks at a sample.
     *
     * @param values positive values, those that count; fewer than the size looked for where some do not
     */
    public Look at(double... values) {
        OptionalDouble half = halfWidth(values);
        if (half.isEmpty()) {
            return new Look(Look.Decision.GO_ON, OptionalInt.empty());
        }
        if (half.getAsDouble() <= precision) {
            return new Look(Look.Decision.PRECISE, OptionalInt.empty());
        }
        double ratio = half.getAsDouble() / precision;
        int needed = (int) Math.min(Integer.MAX_VALUE, Math.ceil(values.length * ratio * ratio));
        return new Look(needed > most ? Look.Decision.FUTILE : Look.Decision.GO_ON, OptionalInt.of(needed));
    }

    /** Half the length of the interval of the median of the logarithms; empty below 6 values, which have none. */
    public static OptionalDouble halfWidth(double... values) {
        if (values.length == 0) {
            return OptionalDouble.empty();
        }
        return Median.interval(CONFIDENCE, values).stream()
                .mapToDouble(interval -> Math.log(interval.high() / interval.low()) / 2)
                .findFirst();
    }
}
