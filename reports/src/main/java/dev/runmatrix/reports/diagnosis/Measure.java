// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.reports.diagnosis;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that a finding rests on, beside the threshold that it was held against.
 *
 * @param name what it is, in words, {@code cores used}
 * @param cell name of the cell that it was measured in; absent for one of the whole run
 * @param value the number, rounded nowhere
 * @param unit its unit
 * @param threshold what it was compared with, in the same unit; empty for a number that was not judged
 * @param bound on which side of the threshold the condition holds
 */
public record Measure(
        String name, Optional<String> cell, double value, Unit unit, OptionalDouble threshold, Bound bound) {

    /** In what a number is given. */
    public enum Unit {
        SECONDS,
        CORE_SECONDS,
        CORES,
        BYTES,
        BYTES_PER_SECOND,
        /** 0 to 1, written as percent. */
        SHARE,
        /** One value ÷ another. */
        RATIO,
        COUNT
    }

    /** Which side of a threshold. */
    public enum Bound {
        AT_LEAST,
        AT_MOST,
        NONE
    }

    /** A number that was not held against anything. */
    public static Measure of(String name, String cell, double value, Unit unit) {
        return new Measure(name, Optional.of(cell), value, unit, OptionalDouble.empty(), Bound.NONE);
    }

    /** The same, for a condition that holds from this value on. */
    public Measure atLeast(double least) {
        return new Measure(name, cell, value, unit, OptionalDouble.of(least), Bound.AT_LEAST);
    }

    /** The same, for a condition that holds up to this value. */
    public Measure atMost(double most) {
        return new Measure(name, cell, value, unit, OptionalDouble.of(most), Bound.AT_MOST);
    }
}
