// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.oracle;

import java.math.BigDecimal;
import java.time.Instant;

/** One non-null cell of a Parquet file, by the kind of thing it is. */
sealed interface RawValue {
    /** UTF-8 text, annotated so or not; invalid bytes are already U+FFFD. */
    record Text(String text) implements RawValue {}

    /** INT32 or INT64. */
    record Whole(long number) implements RawValue {}

    /** FLOAT or DOUBLE. */
    record Real(double number) implements RawValue {}

    /** DECIMAL. */
    record Decimal(BigDecimal number) implements RawValue {}

    /** TIMESTAMP of any unit, INT96 or DATE. */
    record Moment(Instant instant) implements RawValue {}

    /** MAP of text to text. */
    record Labels(LabelSet labels) implements RawValue {}

    /** Anything else. */
    record Strange() implements RawValue {}
}
