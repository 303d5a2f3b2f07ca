// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import dev.runmatrix.aggregator.time.DayRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;

/**
 * Turns the smallest and the largest value of a column of instants into the days that its values can be on. Where the
 * order of the values does not bound their days, or is not known, nothing is said. Nulls and unreadable texts are on no
 * day. What a footer says can be wrong: a reader must look at the days that it meets, too.
 *
 * @see <a href="https://github.com/apache/parquet-format/blob/master/src/main/thrift/parquet.thrift">Statistics and
 *     ColumnOrder of the Parquet format</a>
 */
final class DayStatistics {

    private static final long SECONDS_OF_DAY = 86_400;

    /** Length of {@code YYYY-MM-DD}. */
    private static final int DATE_LENGTH = 10;

    private DayStatistics() {}

    /**
     * @param element type of the column
     * @param statistics those of a column chunk
     * @param typeOrder whether the footer says that values are ordered as their type defines
     */
    static Optional<DayRange> of(SchemaElement element, Statistics statistics, boolean typeOrder) {
        if (TypeTraits.isText(element)) {
            return typeOrder ? ofTexts(statistics) : Optional.empty();
        }
        long units = TypeTraits.unitsOfSecond(element);
        if (units > 0) {
            return ofIntegers(statistics, Long.BYTES, units * SECONDS_OF_DAY);
        }
        // INT96 has no order.
        return TypeTraits.isDate(element) ? ofIntegers(statistics, Integer.BYTES, 1) : Optional.empty();
    }

    /** Signed whole numbers have but one order, so that the retired fields and files of unnamed order will do, too. */
    private static Optional<DayRange> ofIntegers(Statistics statistics, int width, long unitsOfDay) {
        boolean current = statistics.isSetMin_value() && statistics.isSetMax_value();
        if (!current && !(statistics.isSetMin() && statistics.isSetMax())) {
            return Optional.empty();
        }
        byte[] min = current ? statistics.getMin_value() : statistics.getMin();
        byte[] max = current ? statistics.getMax_value() : statistics.getMax();
        if (min.length != width || max.length != width) {
            return Optional.empty();
        }
        return range(Math.floorDiv(integer(min), unitsOfDay), Math.floorDiv(integer(max), unitsOfDay));
    }

    private static long integer(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.length == Long.BYTES ? buffer.getLong() : buffer.getInt();
    }

    /**
     * Between two texts that begin with a date, in byte order, every text begins with a digit, so that no blank precedes
     * its date; and if it can be read, it begins with a date between theirs. Both hold for bounds that are no values
     * themselves, too. The retired fields may follow another order. The offset at the end of a text moves its instant by
     * less than a day.
     */
    private static Optional<DayRange> ofTexts(Statistics statistics) {
        if (!statistics.isSetMin_value() || !statistics.isSetMax_value()) {
            return Optional.empty();
        }
        Optional<Long> min = date(statistics.getMin_value());
        Optional<Long> max = date(statistics.getMax_value());
        return min.isPresent() && max.isPresent()
                ? range(min.get(), max.get()).map(days -> days.widened(1))
                : Optional.empty();
    }

    /** The date at the beginning of a text, in days since 1970. */
    private static Optional<Long> date(byte[] text) {
        if (text.length < DATE_LENGTH || text[4] != '-' || text[7] != '-') {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, DATE_LENGTH))
                    .toEpochDay());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int digits(byte[] text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            if (text[i] < '0' || text[i] > '9') {
                throw new DateTimeException("no digit");
            }
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private static Optional<DayRange> range(long first, long last) {
        return first <= last ? Optional.of(new DayRange(first, last)) : Optional.empty();
    }
}
