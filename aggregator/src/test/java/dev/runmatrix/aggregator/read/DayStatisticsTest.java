// SPDX-License-Identifier: Apache-2.0
package dev.runmatrix.aggregator.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runmatrix.aggregator.time.DayRange;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.MicroSeconds;
import org.apache.parquet.format.MilliSeconds;
import org.apache.parquet.format.NanoSeconds;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Statistics;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.TimeUnit;
import org.apache.parquet.format.TimestampType;
import org.apache.parquet.format.Type;
import org.junit.jupiter.api.Test;

class DayStatisticsTest {

    private static final long DAY_MILLIS = 86_400_000;

    private final SchemaElement millis = timestamp(TimeUnit.MILLIS(new MilliSeconds()));
    private final SchemaElement text = element(Type.BYTE_ARRAY).setLogicalType(LogicalType.STRING(new StringType()));

    @Test
    void timestampsOfEveryUnitAreDays() {
        assertThat(of(millis, int64(3 * DAY_MILLIS), int64(5 * DAY_MILLIS - 1))).contains(new DayRange(3, 4));
        assertThat(of(
                        timestamp(TimeUnit.MICROS(new MicroSeconds())),
                        int64(3 * DAY_MILLIS * 1000),
                        int64(5 * DAY_MILLIS * 1000 - 1)))
                .contains(new DayRange(3, 4));
        assertThat(of(
                        timestamp(TimeUnit.NANOS(new NanoSeconds())),
                        int64(3 * DAY_MILLIS * 1_000_000),
                        int64(5 * DAY_MILLIS * 1_000_000 - 1)))
                .contains(new DayRange(3, 4));
        SchemaElement old = element(Type.INT64).setConverted_type(ConvertedType.TIMESTAMP_MICROS);
        assertThat(of(old, int64(0), int64(DAY_MILLIS * 1000))).contains(new DayRange(0, 1));
    }

    @Test
    void instantsBefore1970AreOnTheDayTheyAreOn() {
        assertThat(of(millis, int64(-1), int64(0))).contains(new DayRange(-1, 0));
        assertThat(of(millis, int64(-DAY_MILLIS - 1), int64(-DAY_MILLIS))).contains(new DayRange(-2, -1));
        assertThat(of(millis, int64(Long.MIN_VALUE), int64(Long.MAX_VALUE)))
                .contains(new DayRange(
                        Math.floorDiv(Long.MIN_VALUE, DAY_MILLIS), Math.floorDiv(Long.MAX_VALUE, DAY_MILLIS)));
    }

    @Test
    void datesAreDays() {
        SchemaElement date = element(Type.INT32).setConverted_type(ConvertedType.DATE);
        assertThat(of(date, int32(-3), int32(7))).contains(new DayRange(-3, 7));
        assertThat(of(date, int64(-3), int64(7))).isEmpty();
    }

    @Test
    void int96AndTypesThatAreNoInstantSayNothing() {
        assertThat(of(element(Type.INT96), new byte[12], new byte[12])).isEmpty();
        assertThat(of(element(Type.INT64), int64(1), int64(2))).isEmpty();
        assertThat(of(element(Type.DOUBLE), int64(1), int64(2))).isEmpty();
    }

    @Test
    void signedNumbersNeedNoNamedOrderAndMayBeInTheRetiredFields() {
        Statistics retired = new Statistics().setMin(int64(0)).setMax(int64(DAY_MILLIS));
        assertThat(DayStatistics.of(millis, retired, false)).contains(new DayRange(0, 1));
        Statistics both = statistics(int64(0), int64(0)).setMin(int64(9)).setMax(int64(DAY_MILLIS));
        assertThat(DayStatistics.of(millis, both, false)).contains(new DayRange(0, 0));
    }

    @Test
    void halfOrUpsideDownOrTornStatisticsSayNothing() {
        assertThat(DayStatistics.of(millis, new Statistics(), true)).isEmpty();
        assertThat(DayStatistics.of(millis, new Statistics().setMin_value(int64(0)), true))
                .isEmpty();
        assertThat(DayStatistics.of(
                        millis, new Statistics().setMin_value(int64(0)).setMax(int64(0)), true))
                .isEmpty();
        assertThat(of(millis, int64(DAY_MILLIS), int64(0))).isEmpty();
        assertThat(of(millis, new byte[7], int64(0))).isEmpty();
        assertThat(of(millis, int64(0), new byte[0])).isEmpty();
    }

    @Test
    void textsThatBeginWithADateAreWithinADayOfIt() {
        assertThat(ofText("2025-11-01 00:00:00 +0000 UTC", "2025-11-02 23:00:00 +0000 UTC"))
                .contains(days("2025-10-31", "2025-11-03"));
        assertThat(ofText("2025-11-01", "2025-11-01T05:00")).contains(days("2025-10-31", "2025-11-02"));
        assertThat(ofText("2025-11-01+2359 cut by the wr", "9999-12-31x")).contains(days("2025-10-31", "+10000-01-01"));
    }

    @Test
    void everyReadableTextBetweenTheBoundsIsOnOneOfTheDays() {
        DayRange days = ofText("2025-11-01 12:00", "2025-11-02 12:00").orElseThrow();
        assertThat(days.contains(LocalDate.parse("2025-11-03").toEpochDay())) // 2025-11-02 11:59 -2359
                .isTrue();
        assertThat(days.contains(LocalDate.parse("2025-10-31").toEpochDay())) // 2025-11-01 13:00 +2359
                .isTrue();
        assertThat(days.contains(LocalDate.parse("2025-11-04").toEpochDay())).isFalse();
    }

    @Test
    void textsThatNeedNotBeginWithADateSayNothing() {
        String date = "2025-11-01";
        assertThat(ofText(" 2025-11-01", date)).isEmpty();
        assertThat(ofText("", date)).isEmpty();
        assertThat(ofText("2025-11", date)).isEmpty();
        assertThat(ofText(date, "2025-11-0:")).isEmpty();
        assertThat(ofText(date, "2025-13-01")).isEmpty();
        assertThat(ofText(date, "yesterday")).isEmpty();
        assertThat(ofText(date, "20251-1-01")).isEmpty();
        assertThat(ofText("01/11/2025", date)).isEmpty();
        assertThat(ofText("2025-02-30", date)).isEmpty();
        assertThat(ofText("2025-11-02", date)).isEmpty();
    }

    @Test
    void textsOfAnotherOrderSayNothing() {
        byte[] date = "2025-11-01".getBytes(UTF_8);
        assertThat(DayStatistics.of(text, statistics(date, date), false)).isEmpty();
        assertThat(DayStatistics.of(text, new Statistics().setMin(date).setMax(date), true))
                .isEmpty();
    }

    private Optional<DayRange> ofText(String min, String max) {
        return of(text, min.getBytes(UTF_8), max.getBytes(UTF_8));
    }

    private static Optional<DayRange> of(SchemaElement element, byte[] min, byte[] max) {
        return DayStatistics.of(element, statistics(min, max), true);
    }

    private static Statistics statistics(byte[] min, byte[] max) {
        return new Statistics().setMin_value(min).setMax_value(max);
    }

    private static SchemaElement timestamp(TimeUnit unit) {
        return element(Type.INT64).setLogicalType(LogicalType.TIMESTAMP(new TimestampType(true, unit)));
    }

    private static SchemaElement element(Type type) {
        return new SchemaElement("interval_start").setType(type).setRepetition_type(FieldRepetitionType.OPTIONAL);
    }

    private static DayRange days(String first, String last) {
        return new DayRange(
                LocalDate.parse(first).toEpochDay(), LocalDate.parse(last).toEpochDay());
    }

    private static byte[] int64(long value) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private static byte[] int32(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
