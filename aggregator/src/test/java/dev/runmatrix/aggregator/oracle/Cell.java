// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.time.LocalDate;
import java.util.Optional;

/** One value of a summary row. */
sealed interface Cell {
    /** Null. */
    record Absent() implements Cell {}

    /** Text, to be equal to the character. */
    record Text(String text) implements Cell {}

    /** A whole number or a date, to be equal to the character. */
    record Plain(String written) implements Cell {}

    /** A measure, rounded once from the exact value. */
    record Measure(double exact) implements Cell {}

    Cell ABSENT = new Absent();

    static Cell text(Optional<String> text) {
        return text.<Cell>map(Text::new).orElse(ABSENT);
    }

    static Cell plain(Optional<Integer> number) {
        return number.<Cell>map(each -> new Plain(each.toString())).orElse(ABSENT);
    }

    /** As databases write dates: no sign before years of more than four digits. */
    static Cell date(LocalDate date) {
        return new Plain(date.toString().replaceFirst("^\\+", ""));
    }

    static Cell measure(Optional<Double> number) {
        return number.<Cell>map(Measure::new).orElse(ABSENT);
    }
}
